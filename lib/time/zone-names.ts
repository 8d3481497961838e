/** `New York`, the place an IANA zone is named after; `UTC` stays as it is. */
export function zonePlace(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
}

/** `New York time`, where the offset would be one number too many; `UTC` stays as it is. */
export function zoneTime(timeZone: string): string {
  return timeZone === 'UTC' ? 'UTC' : `${zonePlace(timeZone)} time`;
}

/** The zone times are shown in until a person has chosen one. */
export const DEFAULT_TIME_ZONE = 'UTC';

// Browsers and Node still speak of some zones by the names that the tz database gave up.
const CURRENT_NAMES: ReadonlyMap<string, string> = new Map([
  ['Africa/Asmera', 'Africa/Asmara'],
  ['America/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
  ['America/Catamarca', 'America/Argentina/Catamarca'],
  ['America/Coral_Harbour', 'America/Atikokan'],
  ['America/Cordoba', 'America/Argentina/Cordoba'],
  ['America/Godthab', 'America/Nuuk'],
  ['America/Indianapolis', 'America/Indiana/Indianapolis'],
  ['America/Jujuy', 'America/Argentina/Jujuy'],
  ['America/Louisville', 'America/Kentucky/Louisville'],
  ['America/Mendoza', 'America/Argentina/Mendoza'],
  ['Asia/Calcutta', 'Asia/Kolkata'],
  ['Asia/Katmandu', 'Asia/Kathmandu'],
  ['Asia/Rangoon', 'Asia/Yangon'],
  ['Asia/Saigon', 'Asia/Ho_Chi_Minh'],
  ['Atlantic/Faeroe', 'Atlantic/Faroe'],
  ['Europe/Kiev', 'Europe/Kyiv'],
  ['Pacific/Enderbury', 'Pacific/Kanton'],
  ['Pacific/Ponape', 'Pacific/Pohnpei'],
  ['Pacific/Truk', 'Pacific/Chuuk'],
]);

/**
 * The name that a zone goes by today: `Asia/Kolkata` for `Asia/Calcutta`. Both name the same clock,
 * and the time_zones table has both. A name that never changed, and one that is no zone, stays as it is.
 */
export function currentZoneName(timeZone: string): string {
  return CURRENT_NAMES.get(timeZone) ?? timeZone;
}
