import { isUuid } from '@/lib/ids';
import type { PrismaClient } from '@/prisma/client/client';

const LIST_LIMIT = 50;

const COURSE_FIELDS = {
  id: true,
  title: true,
  description: true,
  sessionCount: true,
  sessionMinutes: true,
  pricePerSessionCents: true,
  currency: true,
} as const;

/** A course, or null when there is none of that id. */
export async function findCourse(db: PrismaClient, courseId: string) {
  if (!isUuid(courseId)) return null;
  return db.course.findUnique({ where: { id: courseId }, select: COURSE_FIELDS });
}

/** The courses, by title. Fifty at most. */
export async function listCourses(db: PrismaClient) {
  return db.course.findMany({ orderBy: { title: 'asc' }, take: LIST_LIMIT, select: COURSE_FIELDS });
}
