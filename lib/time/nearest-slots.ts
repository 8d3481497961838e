import type { Instant } from './intervals';

/**
 * The `count` starts nearest to `target`, before or after it, in order of time. Of two that are
 * equally near, the earlier counts as nearer. Fewer when there are fewer.
 *
 * @param starts sorted, as `openSlots` gives them
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
