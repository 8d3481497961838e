import type { Instant, Interval } from '@/lib/time/intervals';
import { iso } from '@/lib/time/iso';

export function isoOrNull(instant: Instant | null): string | null {
  return instant === null ? null : iso(instant);
}

export function intervalOf({ start, end }: Interval): { start: string; end: string } {
  return { start: iso(start), end: iso(end) };
}
