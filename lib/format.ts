import type { Instant } from '@/lib/scheduling/intervals';

// Formatters are dear to make and asked for thousands of times: one of each kind and zone is kept.
const kept = new Map<string, Intl.DateTimeFormat>();

function formatter(timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${timeZone} ${JSON.stringify(options)}`;
  const known = kept.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', { timeZone, ...options });
  kept.set(key, made);
  return made;
}

/** `14:05`, wall clock in `timeZone`. */
export function formatTime(instant: Instant, timeZone: string): string {
  return formatter(timeZone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    instant,
  );
}

/** `Tue 3 March`, the local day in `timeZone`. */
export function formatShortDay(instant: Instant, timeZone: string): string {
  return withoutComma(
    formatter(timeZone, { weekday: 'short', day: 'numeric', month: 'long' }),
    instant,
  );
}

/** `Tuesday 3 March`, the local day in `timeZone`. */
export function formatDay(instant: Instant, timeZone: string): string {
  return withoutComma(
    formatter(timeZone, { weekday: 'long', day: 'numeric', month: 'long' }),
    instant,
  );
}

/** `Tuesday 3 March 2026`, the local day in `timeZone`. */
export function formatFullDay(instant: Instant, timeZone: string): string {
  const options = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  return withoutComma(formatter(timeZone, options), instant);
}

function withoutComma(format: Intl.DateTimeFormat, instant: Instant): string {
  return format.format(instant).replace(',', '');
}

/** `GMT+5:45`: the offset of `timeZone` at that instant; `GMT` alone is zero. */
export function formatOffset(instant: Instant, timeZone: string): string {
  const parts = formatter(timeZone, { timeZoneName: 'shortOffset' }).formatToParts(instant);
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  return name === 'GMT+0' ? 'GMT' : name;
}

/** `New York`, the place an IANA zone is named after; `UTC` stays as it is. */
export function zonePlace(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
}

/** `New York time`, where the offset would be one number too many; `UTC` stays as it is. */
export function zoneTime(timeZone: string): string {
  return timeZone === 'UTC' ? 'UTC' : `${zonePlace(timeZone)} time`;
}

/** `New York time (GMT-5)`: a zone and its offset at that instant. */
export function formatZone(instant: Instant, timeZone: string): string {
  if (timeZone === 'UTC') return 'UTC';
  return `${zoneTime(timeZone)} (${formatOffset(instant, timeZone)})`;
}

/** `$25.00`, from the currency's smallest unit. `currency` is an ISO 4217 code in any letter case. */
export function formatPrice(cents: number, currency: string): string {
  const format = new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency: currency.toUpperCase(),
  });
  return format.format(cents / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}
