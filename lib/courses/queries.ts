import { isUuid } from '@/lib/db/ids';
import type { ActiveEnrollment } from '@/lib/enrollments/queries';
import type { Prisma, PrismaClient } from '@/prisma/client/client';

const COURSE_FIELDS = {
  id: true,
  title: true,
  description: true,
  sessionCount: true,
  sessionMinutes: true,
  pricePerSessionCents: true,
  currency: true,
} as const;

type Course = Prisma.CourseGetPayload<{ select: typeof COURSE_FIELDS }>;

/** Null if the course does not exist. */
export async function findCourse(db: PrismaClient, courseId: string) {
  if (!isUuid(courseId)) return null;
  return db.course.findUnique({ where: { id: courseId }, select: COURSE_FIELDS });
}

/** A person's courses, at most fifty of each kind. */
export interface OwnCourses {
  /** Newest enrollment first. */
  enrolled: EnrolledCourse[];
  /** By title. */
  taught: TaughtCourse[];
  /** Those that the person neither takes nor teaches, by title. */
  others: Course[];
}

interface EnrolledCourse extends ActiveEnrollment {
  course: { id: string; title: string };
}

interface TaughtCourse {
  stId: string;
  isActive: boolean;
  course: { id: string; title: string };
}

/** What the database's function `courses_of` returns. A list without rows is null. */
interface OwnCoursesJson {
  enrolled: (Omit<EnrolledCourse, 'deferredAt'> & { deferredAt: string | null })[] | null;
  taught: TaughtCourse[] | null;
  others: Course[] | null;
}

/** Reads a person's courses in one statement. */
export async function listOwnCourses(
  db: PrismaClient,
  { userId, now }: { userId: string; now: Date },
): Promise<OwnCourses> {
  const [row] = await db.$queryRaw<{ courses: OwnCoursesJson }[]>`
    SELECT courses_of(${userId}::uuid, ${now}::timestamptz) AS courses`;
  const { enrolled, taught, others } = row?.courses ?? {};
  return {
    enrolled: (enrolled ?? []).map(({ deferredAt, ...rest }) => ({
      ...rest,
      deferredAt: deferredAt === null ? null : new Date(deferredAt),
    })),
    taught: taught ?? [],
    others: others ?? [],
  };
}
