/** How often something may be done within a number of seconds. */
export interface RateLimit {
  times: number;
  seconds: number;
}

/**
 * What is limited, and how. A person is held more closely than an address, for behind one address
 * there may be a whole school.
 */
export const RATE_LIMITS = {
  /** `person` is the email address that somebody wants to sign in with. */
  sign_in: { person: { times: 60, seconds: 60 }, address: { times: 600, seconds: 60 } },
  booking: { person: { times: 30, seconds: 60 }, address: { times: 600, seconds: 60 } },
  analytics: { person: { times: 120, seconds: 60 }, address: { times: 1_200, seconds: 60 } },
  /** Nobody is signed in there. An address is often that of a service, which asks for many people. */
  calendar_feed: { person: { times: 60, seconds: 60 }, address: { times: 3_000, seconds: 60 } },
} as const satisfies Record<string, Record<'person' | 'address', RateLimit>>;

export type RateLimitName = keyof typeof RATE_LIMITS;
