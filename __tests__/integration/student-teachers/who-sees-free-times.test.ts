import { renderToString } from 'react-dom/server';
import { api } from '@/__tests__/support/api';
import { truncate } from '@/__tests__/support/database';
import {
  createEnrollment,
  createScene,
  createSt,
  createUser,
  NOW,
} from '@/__tests__/support/factories';
import { openWizard } from '@/__tests__/support/wizard-page';
import CoursePage from '@/app/courses/[course_id]/page';
import StPage from '@/app/student-teachers/[st_id]/page';
import { db } from '@/lib/db/client';

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

/** Whether a user sees an ST's free times: in the wizard, on the profile, on the course page, in the API. */
async function timesShown(viewer: { id: string }, { courseId, st }: Scene) {
  const search = { date: '2026-03-05', time: '2026-03-05T15:00:00.000Z' };
  const pages = [
    await openWizard(viewer, { stId: st.id, search }),
    await openWizard(viewer, { courseId, search: { st: st.id, ...search } }),
    renderToString(await StPage({ params: Promise.resolve({ st_id: st.id }) })),
    renderToString(await CoursePage({ params: Promise.resolve({ course_id: courseId }) })),
    JSON.stringify((await api(`/api/courses/${courseId}/sts`, { as: viewer })).body),
  ];
  return pages.map((page) => /Next free|No free times|15:00|next_free_time":"/.test(page));
}

type Scene = Awaited<ReturnType<typeof createScene>>;

test('a student of the course is shown when its STs are free', async () => {
  const scene = await createScene();
  expect(await timesShown(scene.student, scene)).toEqual([true, true, true, true, true]);
});

test('no one else sees free times', async () => {
  const scene = await createScene();
  const { courseId } = scene;
  const elsewhere = await createScene();
  const completed = await createEnrollment({ courseId, status: 'completed' });
  const others = [
    await createUser(),
    elsewhere.student,
    { id: elsewhere.st.userId },
    { id: completed.studentId },
    { id: (await createSt({ courseId })).userId },
  ];
  for (const other of others) {
    expect(await timesShown(other, scene)).toEqual([false, false, false, false, false]);
  }
});

test('everyone else sees who teaches a course, in order of name', async () => {
  const { courseId, st, student } = await createScene();
  const later = await createSt({ courseId, minNoticeHours: 48 });
  await db().user.update({ where: { id: st.userId }, data: { name: 'Zoe' } });
  await db().user.update({ where: { id: later.userId }, data: { name: 'Ana' } });
  const names = async (as: { id: string }) => {
    const { body } = await api(`/api/courses/${courseId}/sts`, { as });
    return (body as { sts: { name: string }[] }).sts.map((listed) => listed.name);
  };
  expect(await names(student)).toEqual(['Zoe', 'Ana']);
  expect(await names(await createUser())).toEqual(['Ana', 'Zoe']);
});
