import type { ChangeTimeZoneCode } from './rules';

/** What a person reads when their time zone cannot be changed. */
export const CHANGE_TIME_ZONE_MESSAGES = {
  TIME_ZONE_UNKNOWN: 'We do not know this time zone. Choose one from the list.',
} as const satisfies Record<ChangeTimeZoneCode, string>;

/** What a person reads when they cannot be signed in. It tells nothing about who has an account. */
export const SIGN_IN_MESSAGES = {
  EMAIL_MALFORMED: 'Enter an email address, such as name@example.com.',
  SIGN_IN_REFUSED: 'We could not sign you in with this email. Check it and try again.',
  SIGN_IN_FAILED: 'Something broke on our side. Please try again.',
} as const;

/** What a person reads when something broke on our side. */
export const CHANGE_TIME_ZONE_FAILED_MESSAGE =
  'We could not save your time zone. Please try again.';
