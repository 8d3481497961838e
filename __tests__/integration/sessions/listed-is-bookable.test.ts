import fc from 'fast-check';
import { truncate } from '@/__tests__/support/database';
import {
  bookingRequest,
  createCourse,
  createEnrollment,
  createSession,
  createUser,
  NOW,
} from '@/__tests__/support/factories';
import { db } from '@/lib/db/client';
import { bookSession } from '@/lib/sessions/book-session';
import { listOfferingSts } from '@/lib/student-teachers/offering-sts';
import type { AvailabilityExceptionKind } from '@/prisma/client/client';

// What the wizard lists and what can be booked are the same times, for any ST there may be.

const HOUR_MS = 3_600_000;
const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
const ZONES = ['America/New_York', 'Europe/Berlin', 'Asia/Kathmandu', 'Australia/Lord_Howe'];

const halfHour = fc.integer({ min: 0, max: 47 });

const weeklyWindow = fc
  .tuple(fc.integer({ min: 0, max: 6 }), halfHour, fc.integer({ min: 1, max: 16 }))
  .map(([day, from, length]) => ({ day, from, to: Math.min(from + length, 48) }));

const exception = fc.record({
  kind: fc.constantFrom<AvailabilityExceptionKind>('time_off', 'extra_hours'),
  fromMinutes: fc.integer({ min: -2 * 24 * 60, max: 6 * 24 * 60 }),
  minutes: fc.integer({ min: 10, max: 12 * 60 }),
});

const randomSt = fc.record({
  zone: fc.constantFrom(...ZONES),
  windows: fc.uniqueArray(weeklyWindow, { selector: ({ day }) => day, minLength: 2 }),
  exceptions: fc.array(exception, { maxLength: 3 }),
  sessionMinutes: fc.constantFrom(30, 45, 60),
  bufferMinutes: fc.constantFrom(0, 10, 15, 45),
  slotStepMinutes: fc.constantFrom(15, 20, 30, 60),
  minNoticeHours: fc.integer({ min: 0, max: 30 }),
  bookingHorizonDays: fc.integer({ min: 1, max: 5 }),
  taken: fc.array(fc.nat(), { maxLength: 3 }),
  chosen: fc.array(fc.nat(), { minLength: 4, maxLength: 4 }),
  unlisted: fc.array(fc.integer({ min: -24 * 4, max: 24 * 4 * 6 }), { maxLength: 12 }),
});

type RandomSt = typeof randomSt extends fc.Arbitrary<infer St> ? St : never;

async function write(random: RandomSt) {
  const { zone, windows, exceptions, sessionMinutes, taken, chosen, unlisted, ...offer } = random;
  const clock = (half: number) =>
    `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 ? '30' : '00'}`;
  const { id: courseId } = await createCourse({ sessionMinutes, sessionCount: 1_000 });
  const user = await createUser({
    availability: {
      create: windows.map(({ day, from, to }) => ({
        dayOfWeek: WEEKDAYS[day] ?? 'monday',
        startTime: clock(from),
        endTime: clock(to),
        timezone: zone,
      })),
    },
    availabilityExceptions: {
      create: exceptions.map(({ kind, fromMinutes, minutes }) => ({
        kind,
        startsAt: new Date(NOW.getTime() + fromMinutes * 60_000),
        endsAt: new Date(NOW.getTime() + (fromMinutes + minutes) * 60_000),
      })),
    },
  });
  const st = await db().studentTeacher.create({ data: { ...offer, userId: user.id, courseId } });
  const [student, other] = await Promise.all([
    createEnrollment({ courseId, sessionCount: 1_000 }),
    createEnrollment({ courseId, sessionCount: 1_000 }),
  ]);
  return { courseId, st, student: { id: student.studentId }, otherEnrollmentId: other.id };
}

type Written = Awaited<ReturnType<typeof write>>;

async function listedStarts({ courseId, student }: Written): Promise<number[]> {
  const [st] = await listOfferingSts(db(), { courseId, viewerId: student.id, now: NOW });
  return st?.starts ?? [];
}

async function checkSt(random: RandomSt): Promise<void> {
  await truncate();
  const scene = await write(random);
  const { st, otherEnrollmentId } = scene;
  const free = await listedStarts(scene);
  for (const index of random.taken) {
    const start = free[index % free.length];
    if (start === undefined || !(await listedStarts(scene)).includes(start)) continue;
    const scheduledStart = new Date(start);
    const data = { enrollmentId: otherEnrollmentId, stId: st.id, scheduledStart };
    await createSession(data);
  }
  const listed = await listedStarts(scene);
  const offGrid = random.unlisted.map((quarters) => NOW.getTime() + quarters * (HOUR_MS / 4));
  for (const start of offGrid.filter((instant) => !listed.includes(instant))) {
    const refused = await bookSession(db(), bookingRequest(scene, { start: new Date(start) }));
    expect(refused).toEqual({ ok: false, code: 'SLOT_UNAVAILABLE' });
  }
  for (const start of random.chosen.map((index) => listed[index % listed.length] ?? 0)) {
    if (listed.length === 0) return;
    const booked = await bookSession(db(), bookingRequest(scene, { start: new Date(start) }));
    expect(booked).toMatchObject({ ok: true });
    await db().tutoringSession.updateMany({
      where: { studentId: scene.student.id },
      data: { status: 'cancelled' },
    });
  }
}

test('exactly the listed starts of a random ST can be booked', async () => {
  await fc.assert(fc.asyncProperty(randomSt, checkSt), { numRuns: 10 });
}, 120_000);

test('also far ahead, for a teacher with all hours open and recent time off', async () => {
  await truncate();
  const { id: courseId } = await createCourse();
  const user = await createUser({
    availability: {
      create: WEEKDAYS.map((dayOfWeek) => ({
        dayOfWeek,
        startTime: '00:00',
        endTime: '24:00',
        timezone: 'UTC',
      })),
    },
    availabilityExceptions: {
      // Back at 10:10, from when the starts are counted for as long as the hours go on.
      create: {
        kind: 'time_off',
        startsAt: new Date('2026-02-20T08:00:00Z'),
        endsAt: new Date('2026-02-24T10:10:00Z'),
      },
    },
  });
  const offer = { userId: user.id, courseId, bookingHorizonDays: 200 };
  const st = await db().studentTeacher.create({ data: offer });
  const { studentId } = await createEnrollment({ courseId });
  const scene = { st, student: { id: studentId } };
  const [listed] = await listOfferingSts(db(), { courseId, viewerId: studentId, now: NOW });
  expect(listed?.starts).toContain(Date.parse('2026-09-01T15:10:00Z'));
  const offGrid = bookingRequest(scene, { start: new Date('2026-09-01T15:00:00Z') });
  expect(await bookSession(db(), offGrid)).toEqual({ ok: false, code: 'SLOT_UNAVAILABLE' });
  const onGrid = bookingRequest(scene, { start: new Date('2026-09-01T15:10:00Z') });
  expect(await bookSession(db(), onGrid)).toMatchObject({ ok: true });
});
