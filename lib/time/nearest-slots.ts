import type { Instant } from './intervals';

/**
 * The `count` starts nearest to `target`, before or after it, ascending. Ties go to the earlier start.
 * Returns fewer if there are fewer.
 */
export function nearestSlots(
  starts: readonly Instant[],
  target: Instant,
  count: number,
): Instant[] {
  const nearestFirst = [...starts].sort(
    (a, b) => Math.abs(a - target) - Math.abs(b - target) || a - b,
  );
  return nearestFirst.slice(0, Math.max(count, 0)).sort((a, b) => a - b);
}
