import type { ChangeTimeZoneCode } from './change-time-zone';

/** What a person reads when their time zone cannot be changed. */
export const CHANGE_TIME_ZONE_MESSAGES = {
  TIME_ZONE_UNKNOWN: 'We do not know this time zone. Choose one from the list.',
} as const satisfies Record<ChangeTimeZoneCode, string>;

/** What a person reads when something broke on our side. */
export const CHANGE_TIME_ZONE_FAILED_MESSAGE =
  'We could not save your time zone. Please try again.';
