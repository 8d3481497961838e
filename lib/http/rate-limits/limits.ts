/** How often something may be done within a number of seconds. */
export interface RateLimit {
  times: number;
  seconds: number;
}

/** What is counted: a person, a network address, or a person at one network address. */
export type RateLimitKey = 'person' | 'address' | 'personAtAddress';

export type RateLimits = Partial<Record<RateLimitKey, RateLimit>>;

/**
 * What is limited, and how. A person is held more closely than an address, for behind one address
 * there may be a whole school.
 */
export const RATE_LIMITS = {
  /** What is sent to next-auth's endpoints, counted before it is read. */
  auth_endpoint: { address: { times: 600, seconds: 60 } },
  /**
   * The person is the email address or the link that is tried. Tries from elsewhere do not count, for
   * then anybody could lock a person out. How much mail a person gets is bounded by `LINKS_AT_ONCE`.
   */
  sign_in: { personAtAddress: { times: 60, seconds: 60 }, address: { times: 600, seconds: 60 } },
  booking: { person: { times: 30, seconds: 60 }, address: { times: 600, seconds: 60 } },
  analytics: { person: { times: 120, seconds: 60 }, address: { times: 1_200, seconds: 60 } },
  /** Nobody is signed in there. An address is often that of a service, which asks for many people. */
  calendar_feed: { person: { times: 60, seconds: 60 }, address: { times: 3_000, seconds: 60 } },
} as const satisfies Record<string, RateLimits>;

export type RateLimitName = keyof typeof RATE_LIMITS;
