import { ok, type Result, refuse } from '@/lib/result';
import type { Instant } from './intervals';
import { localTimeToInstants } from './local-time';

export type UnresolvedTimeCode = 'TIME_DOES_NOT_EXIST' | 'TIME_IS_AMBIGUOUS';

/** Whether `text` is a local time. Otherwise it is an instant, with `Z` or an offset. */
export function isLocalTime(text: string): boolean {
  return !/(Z|[+-]\d\d:\d\d)$/.test(text);
}

/**
 * The instants that `text` can mean, ascending. An instant has one. A local time in `zone` (an IANA
 * name) usually has one, none in a gap, and two in a fold.
 */
export function possibleInstants(text: string, zone: string): Instant[] {
  if (!isLocalTime(text)) return [Date.parse(text)];
  const [seconds = '', fraction = '0'] = text.split('.');
  const ms = Math.trunc(Number(`0.${fraction}`) * 1_000);
  return localTimeToInstants(seconds, zone).map((instant) => instant + ms);
}

/** The instant that `text` means. Refuses a local time that `zone` skips or repeats. */
export function resolveInstant(text: string, zone: string): Result<Instant, UnresolvedTimeCode> {
  const [first, second] = possibleInstants(text, zone);
  if (first === undefined) return refuse('TIME_DOES_NOT_EXIST');
  return second === undefined ? ok(first) : refuse('TIME_IS_AMBIGUOUS');
}
