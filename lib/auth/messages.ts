export const SIGN_IN_LINK_MESSAGES = {
  LINK_SPENT: 'This link was already used or has expired. Request a new one.',
} as const;

/** None of these reveals whether an account exists. */
export const SIGN_IN_MESSAGES = {
  EMAIL_MALFORMED: 'Enter an email address, such as name@example.com.',
  LINKS_SENT:
    'You have requested several links. Look in your mailbox and its spam folder, or try again in 10 minutes.',
  SIGN_IN_REFUSED: 'We could not sign you in with this email. Check it and try again.',
} as const;
