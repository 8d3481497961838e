/** What a person reads who did something too often. */
export const TOO_MANY_REQUESTS_MESSAGE =
  'That was a lot in a short time. Wait a moment and try again.';
