import type { OfferRules } from '@/lib/availability/offered-times';
import type { Instant } from '@/lib/time/intervals';
import { nearestSlots } from '@/lib/time/nearest-slots';

const NEAREST_TIMES = 3;
const OTHER_STS = 2;

/** An ST with every start that a student can book, up to the horizon. */
export interface OfferingSt {
  id: string;
  user: { id: string; name: string; avatarUrl: string | null; timezone: string | null };
  studentsTaught: number;
  /** One to five, or null before the first review. */
  rating: number | null;
  rules: OfferRules;
  /** Ascending. */
  starts: Instant[];
}

export interface OfferedSlot {
  st: OfferingSt;
  start: Instant;
}

/**
 * Alternatives when `start` with the ST `stId` is not available: the nearest free times with
 * the same ST, in order of time, then the same time with others. An ST who is not in `sts` is not
 * available: if nobody else is free at that time either, the nearest time with each of two others.
 * Five at most, perhaps none.
 */
export function nextBestSlots(
  sts: readonly OfferingSt[],
  { stId, start }: { stId: string; start: Instant },
): OfferedSlot[] {
  const asked = sts.find((st) => st.id === stId);
  const nearest = asked
    ? nearestSlots(asked.starts, start, NEAREST_TIMES).map((near) => ({ st: asked, start: near }))
    : [];
  const others = sts
    .filter((st) => st.id !== stId && st.starts.includes(start))
    .slice(0, OTHER_STS)
    .map((st) => ({ st, start }));
  if (!asked && others.length === 0) return nearestWithOthers(sts, start);
  return [...nearest, ...others];
}

function nearestWithOthers(sts: readonly OfferingSt[], start: Instant): OfferedSlot[] {
  const distance = (slot: OfferedSlot) => Math.abs(slot.start - start);
  return sts
    .flatMap((st) => nearestSlots(st.starts, start, 1).map((near) => ({ st, start: near })))
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, OTHER_STS);
}
