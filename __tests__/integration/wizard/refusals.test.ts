import { randomUUID } from 'node:crypto';
import { truncate } from '@/__tests__/support/database';
import {
  bookingRequest,
  createEnrollment,
  createScene,
  createSession,
  createSt,
  NOW,
} from '@/__tests__/support/factories';
import { confirmSession } from '@/app/actions/sessions';
import { requireViewer } from '@/lib/auth/viewer';
import { db } from '@/lib/db/client';
import { bookSession } from '@/lib/sessions/book-session';
import { findViewer } from '@/lib/users/queries';

jest.mock('@/lib/auth/viewer', () => ({ requireViewer: jest.fn() }));
jest.mock('next/headers', () => ({ headers: async () => new Headers() }));

beforeAll(() => {
  jest.useFakeTimers({ now: NOW, advanceTimers: true });
});
beforeEach(truncate);

const START = '2026-03-05T15:00:00.000Z';

/** A course with two STs; the wizard's page is for the first. */
async function createTwoSts() {
  const scene = await createScene();
  const other = await createSt({ courseId: scene.courseId });
  return { ...scene, other };
}

type Scene = Awaited<ReturnType<typeof createTwoSts>>;

interface FormDetails {
  instead?: string;
  note?: string;
  key?: string;
}

/** The refusal of the form that the student sends with a message. */
async function refusalOf({ student, st }: Scene, details: FormDetails = {}) {
  const { instead, note = 'Hola', key = randomUUID() } = details;
  const viewer = await findViewer(db(), student.id);
  if (!viewer) throw new Error('Nobody has this id.');
  jest.mocked(requireViewer).mockResolvedValue(viewer);
  const form = new FormData();
  const fields = { st_id: st.id, start: START, note, idempotency_key: key };
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  if (instead) form.set('instead', instead);
  const state = await confirmSession({ status: 'idle' }, form);
  if (state.status !== 'refused') throw new Error('It was not refused.');
  expect(state.note).toBe(note);
  return state;
}

test('for an inactive ST, other STs at that time are offered', async () => {
  const scene = await createTwoSts();
  await db().studentTeacher.update({ where: { id: scene.st.id }, data: { isActive: false } });
  expect(await refusalOf(scene)).toMatchObject({
    code: 'ST_UNAVAILABLE',
    action: { href: `/courses/${scene.courseId}/book` },
    alternatives: [{ start: START, st: { id: scene.other.id } }],
  });
});

test('a student who is not enrolled is offered no times', async () => {
  const scene = await createTwoSts();
  await db().enrollment.updateMany({ data: { status: 'completed' } });
  expect(await refusalOf(scene)).toMatchObject({
    code: 'NOT_ENROLLED',
    action: { label: 'Enroll now', href: `/courses/${scene.courseId}` },
    alternatives: [],
  });
});

test('a student without sessions left is offered no times', async () => {
  const scene = await createTwoSts();
  await db().enrollment.updateMany({ data: { sessionCount: 0 } });
  expect(await refusalOf(scene)).toMatchObject({
    code: 'NO_SESSIONS_LEFT',
    action: { label: 'Back to Dashboard', href: '/dashboard' },
    alternatives: [],
  });
});

test('a time of another ST has that ST’s name, even after it was chosen', async () => {
  const scene = await createTwoSts();
  const { st, other } = scene;
  await createSession({
    enrollmentId: (await createEnrollment({ courseId: scene.courseId })).id,
    stId: other.id,
    scheduledStart: new Date(START),
  });
  const { code, alternatives } = await refusalOf(scene, { instead: `${other.id} ${START}` });
  expect(code).toBe('SLOT_UNAVAILABLE');
  const ids = alternatives.map(({ start, st: named }) => [start === START, named?.id ?? st.id]);
  expect(ids).toEqual([
    [false, other.id],
    [false, other.id],
    [false, other.id],
    [true, st.id],
  ]);
});

/** Sends the form once, as if its answer were lost. Returns its key. */
async function bookUnnoticed({ student, st }: Scene): Promise<string> {
  const key = randomUUID();
  const start = new Date(START);
  const idempotencyKey = `${key} ${st.id} ${START}`;
  const request = bookingRequest({ student, st }, { start, note: 'Hola', idempotencyKey });
  expect(await bookSession(db(), request)).toMatchObject({ ok: true });
  return key;
}

test('a form of a cancelled session says so, and can be submitted again with a new key', async () => {
  const scene = await createTwoSts();
  const key = await bookUnnoticed(scene);
  await db().tutoringSession.updateMany({ data: { status: 'cancelled' } });
  const refused = await refusalOf(scene, { key });
  expect(refused).toMatchObject({
    code: 'SESSION_CANCELLED',
    message: 'You booked this session before, and it was cancelled. You can book it again.',
    retryable: true,
    nextKey: expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  expect(refused.nextKey).not.toBe(key);
});

test('a form that has booked with another message leads to the session', async () => {
  const scene = await createTwoSts();
  const key = await bookUnnoticed(scene);
  expect(await refusalOf(scene, { key, note: 'Adiós' })).toMatchObject({
    code: 'IDEMPOTENCY_KEY_REUSED',
    message:
      'You already booked this session, with another message or other reminders. Find it on your dashboard.',
    retryable: false,
    action: { label: 'Back to Dashboard', href: '/dashboard' },
    alternatives: [],
  });
});
