import type { Instant } from '@/lib/time/intervals';
import type { PrismaClient } from '@/prisma/client/client';
import type { OfferingSt } from './next-best-slots';
import { LISTED_ST_FIELDS, listOfferingSts, STS_LIMIT } from './offering-sts';

/** An ST in the list of a course. */
export interface CourseSt extends Pick<OfferingSt, 'id' | 'user' | 'studentsTaught' | 'rating'> {
  /** Ascending; null for a viewer who is not enrolled, and so may not know them. */
  starts: readonly Instant[] | null;
}

interface CourseStsQuery {
  courseId: string;
  viewerId: string;
  /** The viewer's active enrollment in the course. */
  enrollment: { id: string } | null;
  now: Date;
}

/**
 * The active STs of a course, without the viewer; a hundred at most. An enrolled viewer gets those with
 * the soonest free time first. Everyone else gets them by name, because that order would tell it too.
 */
export async function listCourseSts(
  db: PrismaClient,
  { courseId, viewerId, enrollment, now }: CourseStsQuery,
): Promise<CourseSt[]> {
  if (enrollment) return listOfferingSts(db, { courseId, viewerId, now });
  const rows = await db.studentTeacher.findMany({
    where: { courseId, isActive: true, userId: { not: viewerId } },
    orderBy: { id: 'asc' },
    take: STS_LIMIT,
    select: LISTED_ST_FIELDS,
  });
  return rows
    .map(({ rating, ...st }) => ({ ...st, rating: rating?.toNumber() ?? null, starts: null }))
    .sort((a, b) => a.user.name.localeCompare(b.user.name, 'en'));
}
