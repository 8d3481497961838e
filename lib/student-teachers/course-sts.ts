import type { Instant } from '@/lib/time/intervals';
import type { PrismaClient } from '@/prisma/client/client';
import type { OfferingSt } from './next-best-slots';
import { LISTED_ST_FIELDS, listOfferingSts, STS_LIMIT } from './offering-sts';

/** An ST in the list of a course. */
export interface CourseSt extends Pick<OfferingSt, 'id' | 'user' | 'studentsTaught' | 'rating'> {
  /** Free times, ascending; null for a viewer who is not enrolled and so may not see them. */
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
 * The active STs of a course, without the viewer; a hundred at most. An enrolled viewer gets them sorted
 * by their first free time. Everyone else gets them sorted by name, so that the order does not reveal it.
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
