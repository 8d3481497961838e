/** What a person reads whose link does not sign them in. */
export const SIGN_IN_LINK_MESSAGES = {
  LINK_SPENT: 'This link has been used, or it is older than 10 minutes.',
  LINK_FAILED: 'Something broke on our side. Please try again.',
} as const;

/** What a person reads when they cannot be signed in. It tells nothing about who has an account. */
export const SIGN_IN_MESSAGES = {
  EMAIL_MALFORMED: 'Enter an email address, such as name@example.com.',
  SIGN_IN_REFUSED: 'We could not sign you in with this email. Check it and try again.',
  SIGN_IN_FAILED: 'Something broke on our side. Please try again.',
} as const;
