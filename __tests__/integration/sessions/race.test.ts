import { countBookingRows, ROWS_OF_ONE_SESSION } from '@/__tests__/support/booking-rows';
import { truncate } from '@/__tests__/support/database';
import {
  bookingRequest,
  createEnrollment,
  createScene,
  createSt,
  NOW,
} from '@/__tests__/support/factories';
import { holdLocks } from '@/__tests__/support/locks';
import { createPrisma, db } from '@/lib/db/client';
import { env } from '@/lib/env';
import { type BookSessionRequest, bookSession } from '@/lib/sessions/book-session';
import type { PrismaClient } from '@/prisma/client/client';

const RACERS = 50;
// Fewer where all must wait at once, because statements are cancelled after ten seconds.
const WAITING = 20;
const POOLS = 5;

// Several pools, as several instances of the application would have: fifty connections at once.
const pools: PrismaClient[] = [];

beforeAll(() => {
  for (let pool = 0; pool < POOLS; pool += 1) pools.push(createPrisma(env().DATABASE_URL));
});
afterAll(() => Promise.all(pools.map((pool) => pool.$disconnect())));
beforeEach(truncate);

function outcomesOf(requests: BookSessionRequest[]) {
  const ask = (request: BookSessionRequest, index: number) =>
    bookSession(pools[index % POOLS] ?? db(), request);
  return Promise.all(requests.map(ask));
}

/** How many times each code was answered; `ok` counts those that booked. */
function tally(outcomes: Awaited<ReturnType<typeof outcomesOf>>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const outcome of outcomes) {
    const code = outcome.ok ? 'ok' : outcome.code;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

async function deferredStudents(courseId: string, count = RACERS): Promise<{ id: string }[]> {
  const enrollments = await Promise.all(
    Array.from({ length: count }, () => createEnrollment({ courseId, deferredAt: NOW })),
  );
  return enrollments.map(({ studentId }) => ({ id: studentId }));
}

test('fifty students race for one slot: one has it, the others leave no trace', async () => {
  const { courseId, st } = await createScene();
  const students = await deferredStudents(courseId);
  const outcomes = await outcomesOf(
    students.map((student) => bookingRequest({ student, st }, { note: 'Me first!' })),
  );
  expect(tally(outcomes)).toEqual({ ok: 1, SLOT_UNAVAILABLE: RACERS - 1 });
  expect(await countBookingRows()).toEqual({ ...ROWS_OF_ONE_SESSION, deferrals: RACERS - 1 });
});

test('if all have seen it free before one writes, the constraint decides', async () => {
  const { courseId, st } = await createScene();
  const students = await deferredStudents(courseId, WAITING);
  const holder = await holdLocks('SELECT FROM users WHERE id = $1 FOR UPDATE', st.userId);
  const race = outcomesOf(students.map((student) => bookingRequest({ student, st })));
  await holder.waitForBlocked(WAITING);
  await holder.release('ROLLBACK');
  expect(tally(await race)).toEqual({ ok: 1, SLOT_UNAVAILABLE: WAITING - 1 });
  expect(await countBookingRows()).toEqual({ ...ROWS_OF_ONE_SESSION, deferrals: WAITING - 1 });
});

test('in a priced course such a slot can be held', async () => {
  const { courseId, st } = await createScene({ pricePerSessionCents: 2_500 });
  const students = await deferredStudents(courseId);
  const outcomes = await outcomesOf(students.map((student) => bookingRequest({ student, st })));
  expect(tally(outcomes)).toEqual({ ok: 1, SLOT_UNAVAILABLE: RACERS - 1 });
  expect(await countBookingRows()).toMatchObject({ ...ROWS_OF_ONE_SESSION, notifications: 0 });
});

/** Sends both requests off and lets neither write before the other has found its time free. */
async function raceOfTwo(lockedUserIds: string[], requests: BookSessionRequest[]) {
  const lock = 'SELECT FROM users WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE';
  const holder = await holdLocks(lock, lockedUserIds);
  const race = outcomesOf(requests);
  await holder.waitForBlocked(requests.length);
  await holder.release('ROLLBACK');
  return tally(await race);
}

test('a student who books two STs at the same time gets a conflict for the second', async () => {
  const scene = await createScene();
  const other = await createSt({ courseId: scene.courseId });
  const outcome = await raceOfTwo(
    [scene.st.userId, other.userId],
    [bookingRequest(scene), bookingRequest({ ...scene, st: other })],
  );
  expect(outcome).toEqual({ ok: 1, STUDENT_CONFLICT: 1 });
  expect(await countBookingRows()).toMatchObject(ROWS_OF_ONE_SESSION);
});

test('of two students who race for overlapping times, one succeeds', async () => {
  const scene = await createScene();
  const { studentId } = await createEnrollment({ courseId: scene.courseId });
  const outcome = await raceOfTwo(
    [scene.st.userId],
    [
      bookingRequest(scene),
      bookingRequest(
        { student: { id: studentId }, st: scene.st },
        { start: new Date('2026-03-05T15:30:00Z') },
      ),
    ],
  );
  expect(outcome).toEqual({ ok: 1, SLOT_UNAVAILABLE: 1 });
  expect(await countBookingRows()).toMatchObject(ROWS_OF_ONE_SESSION);
});

test('a peer cannot be booked as teacher and book as student at the same time', async () => {
  const teaching = await createScene();
  const learning = await createScene();
  const peer = { id: teaching.st.userId };
  await createEnrollment({ courseId: learning.courseId, studentId: peer.id });
  const outcome = await raceOfTwo(
    [peer.id],
    [bookingRequest(teaching), bookingRequest({ student: peer, st: learning.st })],
  );
  const either = [
    { ok: 1, STUDENT_CONFLICT: 1 },
    { ok: 1, SLOT_UNAVAILABLE: 1 },
  ];
  expect(either).toContainEqual(outcome);
  expect(await countBookingRows()).toMatchObject(ROWS_OF_ONE_SESSION);
});

test('one student races five times for the last session of the enrollment', async () => {
  const scene = await createScene();
  const { studentId } = await createEnrollment({ courseId: scene.courseId, sessionCount: 1 });
  const outcomes = await outcomesOf(
    [3, 4, 5, 6, 7].map((day) =>
      bookingRequest(
        { student: { id: studentId }, st: scene.st },
        { start: new Date(Date.UTC(2026, 2, day, 15)) },
      ),
    ),
  );
  expect(tally(outcomes)).toEqual({ ok: 1, NO_SESSIONS_LEFT: 4 });
  expect(await countBookingRows()).toMatchObject(ROWS_OF_ONE_SESSION);
});

test('two peers who book each other at the same time do not deadlock', async () => {
  const [first, second] = [await createScene(), await createScene()];
  await createEnrollment({ courseId: first.courseId, studentId: second.st.userId });
  await createEnrollment({ courseId: second.courseId, studentId: first.st.userId });
  const outcomes = await outcomesOf([
    bookingRequest({ student: { id: second.st.userId }, st: first.st }),
    bookingRequest({ student: { id: first.st.userId }, st: second.st }),
  ]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await countBookingRows()).toMatchObject(ROWS_OF_ONE_SESSION);
});
