import type { Instant, Interval } from '@/lib/time/intervals';
import { iso } from '@/lib/time/iso';

export function isoOrNull(instant: Instant | undefined): string | null {
  return instant === undefined ? null : iso(instant);
}

export function intervalOf({ start, end }: Interval): { start: string; end: string } {
  return { start: iso(start), end: iso(end) };
}
