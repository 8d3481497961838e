import type { Instant } from '@/lib/time/intervals';
import type { CourseOffers } from './course-offers';
import { type ListedSt, listedSts } from './offering-sts';

/**
 * The STs in the list of a course. An enrolled student gets those with the soonest free time first.
 * Everyone else gets them by name and without times, because the order would reveal them too.
 */
export function courseSts(offers: CourseOffers, now: Instant): ListedSt[] {
  if (offers.enrollment) return listedSts(offers, now);
  return offers.sts
    .map((st) => ({ ...st, nextFree: null }))
    .sort((a, b) => a.user.name.localeCompare(b.user.name, 'en'));
}
