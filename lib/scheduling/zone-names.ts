/** `New York`, the place an IANA zone is named after; `UTC` stays as it is. */
export function zonePlace(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
}

/** `New York time`, where the offset would be one number too many; `UTC` stays as it is. */
export function zoneTime(timeZone: string): string {
  return timeZone === 'UTC' ? 'UTC' : `${zonePlace(timeZone)} time`;
}
