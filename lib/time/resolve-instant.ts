import { ok, type Result, refuse } from '@/lib/result';
import type { Instant } from './intervals';
import { localTimeToInstants } from './local-time';

export type UnresolvedTimeCode = 'TIME_DOES_NOT_EXIST' | 'TIME_IS_AMBIGUOUS';

/** Whether a written time is one of some zone's clocks; else it is an instant, with `Z` or an offset. */
export function isLocalTime(text: string): boolean {
  return !/(Z|[+-]\d\d:\d\d)$/.test(text);
}

/**
 * The instants that `text` may mean: one for an instant; for a local time of
 * `zone` (an IANA name) none where its clocks skip it, and two where they show it twice.
 */
export function possibleInstants(text: string, zone: string): Instant[] {
  return isLocalTime(text)
    ? localTimeToInstants(text.replace(/\.0+$/, ''), zone)
    : [Date.parse(text)];
}

/** The one instant that `text` means, as `instantsMeant` reads it. */
export function resolveInstant(text: string, zone: string): Result<Instant, UnresolvedTimeCode> {
  const [first, second] = possibleInstants(text, zone);
  if (first === undefined) return refuse('TIME_DOES_NOT_EXIST');
  return second === undefined ? ok(first) : refuse('TIME_IS_AMBIGUOUS');
}
