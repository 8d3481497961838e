import { renderToString } from 'react-dom/server';
import { truncate } from '@/__tests__/support/database';
import { createEnrollment, createScene, createUser, NOW } from '@/__tests__/support/factories';
import { openWizard } from '@/__tests__/support/wizard-page';
import StPage from '@/app/student-teachers/[st_id]/page';

jest.mock('@/lib/auth/viewer', () => ({ requireViewer: jest.fn() }));
jest.mock('next/headers', () => ({ headers: async () => new Headers() }));
jest.mock('next/navigation', () => ({
  ...jest.requireActual('next/navigation'),
  ...jest.requireActual('@/__tests__/components/booking/navigation'),
}));

beforeAll(() => {
  jest.useFakeTimers({ now: NOW, advanceTimers: true });
});
beforeEach(truncate);

/** What somebody is shown of an ST's time on the wizard's two addresses and on the profile. */
async function timesShown(viewer: { id: string }, { courseId, st }: Scene) {
  const search = { date: '2026-03-05', time: '2026-03-05T15:00:00.000Z' };
  const pages = [
    await openWizard(viewer, { stId: st.id, search }),
    await openWizard(viewer, { courseId, search: { st: st.id, ...search } }),
    renderToString(await StPage({ params: Promise.resolve({ st_id: st.id }) })),
  ];
  return pages.map((page) => /Next free|15:00/.test(page));
}

type Scene = Awaited<ReturnType<typeof createScene>>;

test('a student of the course is shown when its STs are free', async () => {
  const scene = await createScene();
  expect(await timesShown(scene.student, scene)).toEqual([true, true, true]);
});

test('nobody else is', async () => {
  const scene = await createScene();
  const { courseId } = scene;
  const elsewhere = await createScene();
  const completed = await createEnrollment({ courseId, status: 'completed' });
  const others = [
    await createUser(),
    elsewhere.student,
    { id: elsewhere.st.userId },
    { id: completed.studentId },
  ];
  for (const other of others) {
    expect(await timesShown(other, scene)).toEqual([false, false, false]);
  }
});
