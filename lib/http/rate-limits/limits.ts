/** How often something may be done within a number of seconds. */
export interface RateLimit {
  times: number;
  seconds: number;
}

/** What is counted: a person, an IP address (see network-of.ts), or a person at one IP address. */
export type RateLimitKey = 'person' | 'address' | 'personAtAddress';

export type RateLimits = Partial<Record<RateLimitKey, RateLimit>>;

/**
 * Rate limits. A signed-in person is counted whatever their IP address. A request without a person is
 * counted by IP address, with a high limit, because a whole school may share one.
 */
export const RATE_LIMITS = {
  /** Requests to next-auth's endpoints, before their body is read. */
  auth_endpoint: { address: { times: 600, seconds: 60 } },
  /**
   * The person is the email address or the link. Attempts from other IP addresses do not count, because
   * anyone could then lock a person out.
   */
  sign_in: { personAtAddress: { times: 60, seconds: 60 }, address: { times: 600, seconds: 60 } },
  /**
   * Emails with a sign-in link, counted for ten minutes, as long as a link is valid. The person is the email
   * address. Requests from another IP address do not use up its owner's three; the thirty overall keep many
   * networks from flooding the mailbox.
   */
  sign_in_link: {
    personAtAddress: { times: 3, seconds: 600 },
    person: { times: 30, seconds: 600 },
  },
  booking: { person: { times: 30, seconds: 60 } },
  analytics: { person: { times: 120, seconds: 60 } },
  /** The IP address is often that of a calendar service, which asks for many people. */
  calendar_feed: { address: { times: 3_000, seconds: 60 } },
} as const satisfies Record<string, RateLimits>;

export type RateLimitName = keyof typeof RATE_LIMITS;
