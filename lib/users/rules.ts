export type ChangeTimeZoneCode = 'TIME_ZONE_UNKNOWN';

/** The zone times are shown in until a person has chosen one. */
export const DEFAULT_TIME_ZONE = 'UTC';
