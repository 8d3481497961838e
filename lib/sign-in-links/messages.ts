/** What a person reads whose link does not sign them in. */
export const SIGN_IN_LINK_MESSAGES = {
  LINK_SPENT: 'This link has been used, or it is older than 10 minutes.',
  LINK_FAILED: 'Something broke on our side. Please try again.',
} as const;
