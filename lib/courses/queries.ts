import { isUuid } from '@/lib/db/ids';
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

/** Null if the course does not exist. */
export async function findCourse(db: PrismaClient, courseId: string) {
  if (!isUuid(courseId)) return null;
  return db.course.findUnique({ where: { id: courseId }, select: COURSE_FIELDS });
}

/** The courses that a user neither takes nor teaches, by title; at most fifty. */
export async function listOtherCourses(db: PrismaClient, userId: string) {
  return db.course.findMany({
    where: {
      enrollments: { none: { studentId: userId } },
      studentTeachers: { none: { userId } },
    },
    orderBy: { title: 'asc' },
    take: LIST_LIMIT,
    select: COURSE_FIELDS,
  });
}

/** The courses that a user teaches, by title, with the user's `stId`; at most fifty. */
export async function listTaughtCourses(db: PrismaClient, userId: string) {
  const rows = await db.studentTeacher.findMany({
    where: { userId },
    orderBy: { course: { title: 'asc' } },
    take: LIST_LIMIT,
    select: { id: true, isActive: true, course: { select: { id: true, title: true } } },
  });
  return rows.map(({ id, ...row }) => ({ stId: id, ...row }));
}
