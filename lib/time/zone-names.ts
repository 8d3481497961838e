/** `New York` for `America/New_York`; `UTC` is unchanged. */
export function zoneCity(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
}

/** `New York time` for `America/New_York`; `UTC` is unchanged. */
export function zoneTime(timeZone: string): string {
  return timeZone === 'UTC' ? 'UTC' : `${zoneCity(timeZone)} time`;
}

/** The zone of a person who has not chosen one. */
export const DEFAULT_TIME_ZONE = 'UTC';

// Browsers and Node still report some zones by names that the tz database has replaced.
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
 * The current name of a zone: `Asia/Kolkata` for `Asia/Calcutta`. The time_zones table has both. All
 * other names, including unknown ones, are unchanged.
 */
export function currentZoneName(timeZone: string): string {
  return CURRENT_NAMES.get(timeZone) ?? timeZone;
}
