import { randomUUID } from 'node:crypto';
import { db } from '@/lib/db/client';
import type { BookSessionRequest } from '@/lib/sessions/book-session';
import type { Prisma } from '@/prisma/client/client';

/** The default time of the tests: a Monday morning. */
export const NOW = new Date('2026-03-02T10:00:00.000Z');

/** The hours of the STs created here, around the clock, so that slots start at :00 and :30. */
export const OPEN = {
  from: new Date('2026-03-01T00:00:00.000Z'),
  until: new Date('2026-06-01T00:00:00.000Z'),
};

type Fields<T> = Partial<Omit<T, 'id'>>;

export function createUser(fields: Fields<Prisma.UserUncheckedCreateInput> = {}) {
  const email = `${randomUUID()}@example.com`;
  return db().user.create({ data: { name: 'Alex Someone', email, ...fields } });
}

export function createCourse(fields: Fields<Prisma.CourseUncheckedCreateInput> = {}) {
  const data = { title: 'A course', description: 'About something.', sessionCount: 10, ...fields };
  return db().course.create({ data });
}

export async function createEnrollment(
  fields: Fields<Prisma.EnrollmentUncheckedCreateInput> & { courseId: string },
) {
  const studentId = fields.studentId ?? (await createUser()).id;
  return db().enrollment.create({ data: { sessionCount: 10, ...fields, studentId } });
}

/** An ST whose hours are `OPEN`. Pass `userId` for a person with other hours, or with none. */
export async function createSt(
  fields: Fields<Prisma.StudentTeacherUncheckedCreateInput> & { courseId: string },
) {
  const userId = fields.userId ?? (await createOpenUser()).id;
  return db().studentTeacher.create({ data: { ...fields, userId } });
}

/** A user with `OPEN` hours as a teacher. */
export function createOpenUser() {
  const hours = { kind: 'extra_hours', startsAt: OPEN.from, endsAt: OPEN.until } as const;
  return createUser({ availabilityExceptions: { create: hours } });
}

/** A course with one ST, and a student enrolled in it. */
export async function createScene(course: Fields<Prisma.CourseUncheckedCreateInput> = {}) {
  const { id: courseId } = await createCourse(course);
  const [st, enrollment] = await Promise.all([
    createSt({ courseId }),
    createEnrollment({ courseId }),
  ]);
  return { courseId, st, enrollment, student: { id: enrollment.studentId } };
}

/** Inserts a session without the checks of `bookSession`, but with those of the database. */
export function createSession(
  fields: Pick<
    Prisma.TutoringSessionUncheckedCreateInput,
    'enrollmentId' | 'stId' | 'scheduledStart'
  > &
    Fields<Prisma.TutoringSessionUncheckedCreateInput>,
) {
  return db().tutoringSession.create({ data: fields });
}

/** A request of the wizard's form, for Thursday 15:00 UTC by default. */
export function bookingRequest(
  { student, st }: { student: { id: string }; st: { id: string } },
  {
    start = new Date('2026-03-05T15:00:00.000Z'),
    ...fields
  }: Partial<Omit<BookSessionRequest, 'start'>> & { start?: Date } = {},
): BookSessionRequest {
  return {
    viewer: { id: student.id },
    stId: st.id,
    start: start.getTime(),
    note: null,
    reminders: true,
    idempotencyKey: randomUUID(),
    now: NOW,
    ...fields,
  };
}
