import { countBookingRows, NO_ROWS, ROWS_OF_ONE_SESSION } from '@/__tests__/support/booking-rows';
import { truncate } from '@/__tests__/support/database';
import {
  bookingRequest,
  createEnrollment,
  createOpenUser,
  createScene,
  createSt,
} from '@/__tests__/support/factories';
import { db } from '@/lib/db/client';
import { bookSession } from '@/lib/sessions/book-session';

// Every refusal has its code, and leaves nothing.

beforeEach(truncate);

type Scene = Awaited<ReturnType<typeof createScene>>;

const refusals: [string, string, (scene: Scene) => Promise<object | undefined> | object][] = [
  ['NOT_ENROLLED', 'someone in no course', async () => ({ viewer: await createOpenUser() })],
  [
    'NOT_ENROLLED',
    'an enrollment that has ended',
    async () => {
      await db().enrollment.updateMany({ data: { status: 'cancelled' } });
    },
  ],
  [
    'ST_UNAVAILABLE',
    'an ST who is not active',
    async () => {
      await db().studentTeacher.updateMany({ data: { isActive: false } });
    },
  ],
  [
    'OWN_SESSION',
    'the ST themselves',
    async ({ courseId, st }) => {
      await createEnrollment({ courseId, studentId: st.userId });
      return { viewer: { id: st.userId } };
    },
  ],
  [
    'NO_SESSIONS_LEFT',
    'an enrollment that is used up',
    async () => {
      await db().enrollment.updateMany({ data: { sessionCount: 0 } });
    },
  ],
  ['SLOT_UNAVAILABLE', 'a start off the grid', () => ({ start: new Date('2026-03-05T15:10Z') })],
  ['SLOT_UNAVAILABLE', 'less notice than asked', () => ({ start: new Date('2026-03-02T21:30Z') })],
  ['SLOT_UNAVAILABLE', 'the past', () => ({ start: new Date('2026-03-01T15:00Z') })],
  ['SLOT_UNAVAILABLE', 'the end of the horizon', () => ({ start: new Date('2026-05-01T10:00Z') })],
  ['SLOT_UNAVAILABLE', 'hours without the ST', () => ({ start: new Date('2026-06-01T00:00Z') })],
];

test.each(refusals)('%s: %s', async (code, _who, change) => {
  const scene = await createScene();
  const fields = (await change(scene)) ?? {};
  const refused = await bookSession(db(), bookingRequest(scene, fields));
  expect(refused).toEqual({ ok: false, code });
  expect(await countBookingRows()).toMatchObject(NO_ROWS);
});

test('STUDENT_CONFLICT: the student has another session at this time', async () => {
  const scene = await createScene();
  const other = await createSt({ courseId: scene.courseId });
  await bookSession(db(), bookingRequest(scene));
  const start = new Date('2026-03-05T15:30:00Z');
  const refused = await bookSession(db(), bookingRequest({ ...scene, st: other }, { start }));
  expect(refused).toEqual({ ok: false, code: 'STUDENT_CONFLICT' });
  expect(await countBookingRows()).toMatchObject(ROWS_OF_ONE_SESSION);
});

test('SLOT_UNAVAILABLE, not STUDENT_CONFLICT, if the same student has booked the ST then', async () => {
  const scene = await createScene();
  await bookSession(db(), bookingRequest(scene));
  const start = new Date('2026-03-05T15:30:00Z');
  const refused = await bookSession(db(), bookingRequest(scene, { start }));
  expect(refused).toEqual({ ok: false, code: 'SLOT_UNAVAILABLE' });
});

test.each([
  '',
  'x',
  '../etc',
  "' OR 1=1",
  '00000000-0000-7000-8000-000000000000',
  '1'.repeat(9_999),
])('ST_UNAVAILABLE: there is no ST "%.40s"', async (stId) => {
  const scene = await createScene();
  const refused = await bookSession(db(), bookingRequest(scene, { stId }));
  expect(refused).toEqual({ ok: false, code: 'ST_UNAVAILABLE' });
});

test.each([-8.64e15, Date.UTC(0, 0), 0, Date.UTC(9_999, 11, 31), Date.UTC(10_000, 0), 8.64e15])(
  'SLOT_UNAVAILABLE: %d is far from any time that is offered',
  async (start) => {
    const scene = await createScene();
    const refused = await bookSession(db(), bookingRequest(scene, { start: new Date(start) }));
    expect(refused).toEqual({ ok: false, code: 'SLOT_UNAVAILABLE' });
  },
);
