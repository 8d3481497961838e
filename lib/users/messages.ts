import type { ChangeTimeZoneCode } from './change-time-zone';

export const CHANGE_TIME_ZONE_MESSAGES = {
  TIME_ZONE_UNKNOWN: 'Unknown time zone. Choose one from the list.',
} as const satisfies Record<ChangeTimeZoneCode, string>;

export const SIGN_OUT_EVERYWHERE_FAILED_MESSAGE = "We couldn't sign you out. Please try again.";

export const CHANGE_TIME_ZONE_FAILED_MESSAGE =
  'We could not save your time zone. Please try again.';
