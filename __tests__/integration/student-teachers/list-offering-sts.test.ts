import { PrismaPg } from '@prisma/adapter-pg';
import { truncate } from '@/__tests__/support/database';
import {
  createEnrollment,
  createOpenUser,
  createScene,
  createSession,
  createSt,
  createUser,
  NOW,
} from '@/__tests__/support/factories';
import { createSessionInStatus } from '@/__tests__/support/session-in-status';
import { db } from '@/lib/db/client';
import { env } from '@/lib/env';
import { listOfferingSts } from '@/lib/student-teachers/offering-sts';
import { PrismaClient } from '@/prisma/client/client';

const at = (clock: string) => Date.parse(`2026-03-05T${clock}:00Z`);

beforeEach(truncate);

test('an ST is listed with their profile, rules and free times', async () => {
  const scene = await createScene();
  await db().user.update({ where: { id: scene.st.userId }, data: { timezone: 'Asia/Kathmandu' } });
  await db().studentTeacher.updateMany({ data: { rating: 4.5, minNoticeHours: 0 } });
  const [st, ...others] = await listOfferingSts(db(), {
    courseId: scene.courseId,
    viewerId: scene.student.id,
    now: NOW,
  });
  expect(others).toEqual([]);
  expect(st).toMatchObject({
    id: scene.st.id,
    user: { id: scene.st.userId, name: 'Alex Someone', timezone: 'Asia/Kathmandu' },
    studentsTaught: 0,
    rating: 4.5,
    rules: { sessionMinutes: 60, bufferMinutes: 15, slotStepMinutes: 30, minNoticeHours: 0 },
  });
  expect(st?.starts.slice(0, 3)).toEqual([30, 60, 90].map((m) => NOW.getTime() + m * 60_000));
});

test('times of either person’s sessions are not offered, whatever their course', async () => {
  const { courseId, st, enrollment, student } = await createScene();
  const other = await createEnrollment({ courseId });
  const elsewhere = await createScene();
  const teaching = await createEnrollment({ courseId: elsewhere.courseId, studentId: st.userId });
  const book = (enrollmentId: string, stId: string, clock: string) =>
    createSession({ enrollmentId, stId, scheduledStart: new Date(at(clock)) });
  await book(other.id, st.id, '09:00');
  await book(teaching.id, elsewhere.st.id, '12:00');
  await book(enrollment.id, (await createSt({ courseId })).id, '15:00');
  const sts = await listOfferingSts(db(), { courseId, viewerId: student.id, now: NOW });
  const starts = sts.find(({ id }) => id === st.id)?.starts ?? [];
  const between = (from: string, to: string) =>
    starts.filter((start) => at(from) <= start && start < at(to)).length;
  // With the buffer of 15 minutes on both sides of the ST's hours, none on the student's.
  expect([between('07:30', '08:00'), between('08:00', '10:30')]).toEqual([1, 0]);
  expect([between('10:30', '11:00'), between('11:00', '13:00')]).toEqual([1, 0]);
  expect([between('14:00', '14:30'), between('14:30', '16:00')]).toEqual([1, 0]);
});

test('inactive STs, STs of other courses and the viewer are not listed', async () => {
  const { courseId, st } = await createScene();
  await createSt({ courseId, isActive: false });
  await createScene();
  const viewer = await createOpenUser();
  await createSt({ courseId, userId: viewer.id });
  const listed = await listOfferingSts(db(), { courseId, viewerId: viewer.id, now: NOW });
  expect(listed.map(({ id }) => id)).toEqual([st.id]);
});

test('STs with the soonest free time come first, and STs without one last', async () => {
  const { courseId, st, student } = await createScene();
  const never = await createSt({ courseId, userId: (await createUser()).id });
  const soon = await createSt({ courseId, minNoticeHours: 1 });
  const listed = await listOfferingSts(db(), { courseId, viewerId: student.id, now: NOW });
  expect(listed.map(({ id }) => id)).toEqual([soon.id, st.id, never.id]);
  expect(listed.at(-1)?.starts).toEqual([]);
});

test('students taught counts students with a completed session with this ST', async () => {
  const { courseId, st, enrollment, student } = await createScene();
  const other = await createEnrollment({ courseId });
  const elsewhere = await createSt({ courseId });
  const past = (day: number) => new Date(Date.UTC(2025, 1, day, 15));
  const sessions = [
    { enrollmentId: enrollment.id, st, status: 'completed' },
    { enrollmentId: enrollment.id, st, status: 'completed' },
    { enrollmentId: other.id, st, status: 'no_show' },
    { enrollmentId: other.id, st, status: 'cancelled' },
    { enrollmentId: other.id, st: elsewhere, status: 'completed' },
  ] as const;
  for (const [index, { enrollmentId, status, st: taughtBy }] of sessions.entries()) {
    const scheduledStart = past(index + 1);
    const who = { enrollmentId, stId: taughtBy.id };
    await createSessionInStatus({ ...who, scheduledStart, status });
  }
  const listed = await listOfferingSts(db(), { courseId, viewerId: student.id, now: NOW });
  expect(listed.find(({ id }) => id === st.id)?.studentsTaught).toBe(1);
});

test('a course without STs has an empty list, and so has an unknown course', async () => {
  const viewer = await createUser();
  for (const courseId of ['no-id', '00000000-0000-7000-8000-000000000000']) {
    expect(await listOfferingSts(db(), { courseId, viewerId: viewer.id, now: NOW })).toEqual([]);
  }
});

test('fifty STs need as many queries as one', async () => {
  const counting = new PrismaClient({
    adapter: new PrismaPg({ connectionString: env().DATABASE_URL }),
    log: [{ emit: 'event', level: 'query' }],
  });
  let queries = 0;
  counting.$on('query', () => {
    queries += 1;
  });
  const { courseId, student } = await createScene();
  const list = async () => {
    queries = 0;
    const listed = await listOfferingSts(counting, { courseId, viewerId: student.id, now: NOW });
    return { sts: listed.length, queries };
  };
  const one = await list();
  await Promise.all(Array.from({ length: 49 }, () => createSt({ courseId })));
  const fifty = await list();
  await counting.$disconnect();
  expect(one.sts).toBe(1);
  expect(fifty).toEqual({ sts: 50, queries: one.queries });
  expect(one.queries).toBeGreaterThan(0);
  expect(one.queries).toBeLessThanOrEqual(7);
});
