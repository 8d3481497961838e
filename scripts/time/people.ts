import type { Prisma, PrismaClient } from '@/prisma/client/client';

/** A person in the filled database, with their course. */
export interface Person {
  viewer: { id: string };
  courseId: string;
  stId: string;
  enrollmentId: string;
  /** An old session of theirs. */
  sessionId: string;
}

export interface People {
  student: Person;
  busyStudent: Person;
  busyTeacher: Person;
  /** Of the course with as many STs as a page shows. */
  crowded: Person;
}

/** The people whose pages are timed. Throws if the database was not filled by `npm run db:fill`. */
export async function findPeople(db: PrismaClient): Promise<People> {
  const [crowded] = await db.$queryRaw<{ id: string }[]>`
    SELECT course_id AS id FROM student_teachers GROUP BY course_id ORDER BY count(*) DESC LIMIT 1`;
  const courseId = crowded?.id ?? '';
  const ordinary = { email: { startsWith: 'person-' } };
  return {
    busyTeacher: await findPerson(db, 'teacherId', {
      teacher: { email: 'busy-teacher@fill.example.com' },
    }),
    busyStudent: await findPerson(db, 'studentId', {
      student: { email: 'busy-student-1@fill.example.com' },
    }),
    crowded: await findPerson(db, 'studentId', { courseId, student: ordinary }),
    student: await findPerson(db, 'studentId', {
      courseId: { not: courseId },
      student: ordinary,
      teacher: ordinary,
    }),
  };
}

/** The student or the teacher of the first matching session. */
async function findPerson(
  db: PrismaClient,
  who: 'studentId' | 'teacherId',
  where: Prisma.TutoringSessionWhereInput,
): Promise<Person> {
  const found = await db.tutoringSession.findFirst({
    where: { ...where, status: 'completed', enrollment: { status: 'active' } },
    orderBy: { scheduledStart: 'asc' },
  });
  if (!found)
    throw new Error('This database was not filled. First run: npm run db:fill -- 1000000');
  const { id: sessionId, courseId, stId, enrollmentId } = found;
  return { viewer: { id: found[who] }, courseId, stId, enrollmentId, sessionId };
}
