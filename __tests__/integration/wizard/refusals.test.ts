import { randomUUID } from 'node:crypto';
import { truncate } from '@/__tests__/support/database';
import {
  createEnrollment,
  createScene,
  createSession,
  createSt,
  NOW,
} from '@/__tests__/support/factories';
import { confirmSession } from '@/app/actions/sessions';
import { requireViewer } from '@/lib/auth/viewer';
import { db } from '@/lib/db/client';
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

/** The refusal of the form that the student sends with a message. */
async function refusalOf({ student, st }: Scene, instead?: string) {
  const viewer = await findViewer(db(), student.id);
  if (!viewer) throw new Error('Nobody has this id.');
  jest.mocked(requireViewer).mockResolvedValue(viewer);
  const form = new FormData();
  const fields = { st_id: st.id, start: START, note: 'Hola', idempotency_key: randomUUID() };
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  if (instead) form.set('instead', instead);
  const state = await confirmSession({ status: 'idle' }, form);
  if (state.status !== 'refused') throw new Error('It was not refused.');
  expect(state.note).toBe('Hola');
  return state;
}

test('an ST who takes no sessions leaves others at that hour', async () => {
  const scene = await createTwoSts();
  await db().studentTeacher.update({ where: { id: scene.st.id }, data: { isActive: false } });
  expect(await refusalOf(scene)).toMatchObject({
    code: 'ST_UNAVAILABLE',
    action: { href: `/courses/${scene.courseId}/book` },
    alternatives: [{ start: START, st: { id: scene.other.id } }],
  });
});

test('what another ST offers is named after them, also once that one was asked for', async () => {
  const scene = await createTwoSts();
  const { st, other } = scene;
  await createSession({
    enrollmentId: (await createEnrollment({ courseId: scene.courseId })).id,
    stId: other.id,
    scheduledStart: new Date(START),
  });
  const { code, alternatives } = await refusalOf(scene, `${other.id} ${START}`);
  expect(code).toBe('SLOT_UNAVAILABLE');
  const ids = alternatives.map(({ start, st: named }) => [start === START, named?.id ?? st.id]);
  expect(ids).toEqual([
    [false, other.id],
    [false, other.id],
    [false, other.id],
    [true, st.id],
  ]);
});
