import { truncate } from '@/__tests__/support/database';
import { createCourse, createScene, createUser } from '@/__tests__/support/factories';
import { db } from '@/lib/db/client';
import { enroll } from '@/lib/enrollments/enroll';

beforeEach(truncate);

test('enrolling creates one enrollment with all sessions of the course', async () => {
  const { id: courseId } = await createCourse({ sessionCount: 7 });
  const viewer = await createUser();
  const answers = await Promise.all([1, 2, 3].map(() => enroll(db(), { viewer, courseId })));
  expect(answers).toEqual([1, 2, 3].map(() => ({ ok: true, value: { courseId } })));
  expect(await db().enrollment.findMany()).toMatchObject([
    { studentId: viewer.id, courseId, sessionCount: 7, status: 'active', deferredAt: null },
  ]);
});

test('enrolling leaves an active enrollment unchanged', async () => {
  const { courseId, student: viewer } = await createScene();
  await db().enrollment.updateMany({ data: { sessionCount: 99 } });
  await enroll(db(), { viewer, courseId });
  expect(await db().enrollment.findMany()).toMatchObject([{ sessionCount: 99 }]);
});

test('enrolling does not reactivate an ended enrollment', async () => {
  const { courseId, student: viewer } = await createScene();
  await db().enrollment.updateMany({ data: { status: 'cancelled' } });
  expect(await enroll(db(), { viewer, courseId })).toEqual({
    ok: false,
    code: 'ENROLLMENT_ENDED',
  });
});

test.each(['', 'no-id', '00000000-0000-7000-8000-000000000000'])(
  'enrolling knows no course "%s"',
  async (courseId) => {
    const viewer = await createUser();
    const refused = await enroll(db(), { viewer, courseId });
    expect(refused).toEqual({ ok: false, code: 'COURSE_NOT_FOUND' });
  },
);
