import type { ChangeTimeZoneCode } from './rules';

/** What a person reads when their time zone cannot be changed. */
export const CHANGE_TIME_ZONE_MESSAGES = {
  TIME_ZONE_UNKNOWN: 'We do not know this time zone. Choose one from the list.',
} as const satisfies Record<ChangeTimeZoneCode, string>;
