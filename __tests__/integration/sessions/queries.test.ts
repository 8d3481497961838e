import { truncate } from '@/__tests__/support/database';
import { setDatabaseTime } from '@/__tests__/support/database-time';
import { replaceWithHold } from '@/__tests__/support/end-as-ops';
import {
  createEnrollment,
  createScene,
  createSession,
  createUser,
  NOW,
} from '@/__tests__/support/factories';
import { db } from '@/lib/db/client';
import { listUpcomingSessions } from '@/lib/sessions/list-sessions';
import { findSession } from '@/lib/sessions/queries';

const LATER = new Date('2026-03-02T11:00:00Z');

type Scene = Awaited<ReturnType<typeof createScene>>;

async function book({ enrollment, st }: Pick<Scene, 'enrollment' | 'st'>, start: string) {
  return createSession({
    enrollmentId: enrollment.id,
    stId: st.id,
    scheduledStart: new Date(start),
    note: 'Hello.',
  });
}

async function upcoming(viewerId: string, now = NOW): Promise<string[]> {
  const sessions = await listUpcomingSessions(db(), { viewerId, now });
  return sessions.map(({ scheduledStart }) => scheduledStart.toISOString().slice(0, 16));
}

beforeEach(truncate);

describe('findSession', () => {
  test('shows a session to its student and to its ST', async () => {
    const scene = await createScene();
    const { id } = await book(scene, '2026-03-05T15:00Z');
    for (const viewerId of [scene.student.id, scene.st.userId]) {
      expect(await findSession(db(), { sessionId: id, viewerId })).toMatchObject({
        id,
        status: 'scheduled',
        note: 'Hello.',
        course: { id: scene.courseId },
        student: { id: scene.student.id },
        teacher: { id: scene.st.userId },
      });
    }
  });

  test('is not shown to anyone else, not even in the same course', async () => {
    const scene = await createScene();
    const { id } = await book(scene, '2026-03-05T15:00Z');
    const { studentId } = await createEnrollment({ courseId: scene.courseId });
    expect(await findSession(db(), { sessionId: id, viewerId: studentId })).toBeNull();
  });

  test.each(['', 'no-id', '00000000-0000-7000-8000-000000000000'])(
    'knows no session "%s"',
    async (sessionId) => {
      const { id: viewerId } = await createUser();
      expect(await findSession(db(), { sessionId, viewerId })).toBeNull();
    },
  );
});

describe('listUpcomingSessions', () => {
  test('lists what a person learns and teaches, soonest first', async () => {
    const teaching = await createScene();
    const learning = await createScene();
    const peer = teaching.st.userId;
    const enrollment = await createEnrollment({ courseId: learning.courseId, studentId: peer });
    await book(teaching, '2026-03-06T15:00Z');
    await book({ enrollment, st: learning.st }, '2026-03-05T15:00Z');
    expect(await upcoming(peer)).toEqual(['2026-03-05T15:00', '2026-03-06T15:00']);
    expect(await upcoming(teaching.student.id)).toEqual(['2026-03-06T15:00']);
    expect(await upcoming((await createUser()).id)).toEqual([]);
  });

  test('lists a session until it ends', async () => {
    const scene = await createScene();
    await book(scene, '2026-03-05T15:00Z');
    const { id } = scene.student;
    expect(await upcoming(id, new Date('2026-03-05T15:59:59Z'))).toHaveLength(1);
    expect(await upcoming(id, new Date('2026-03-05T16:00:00Z'))).toHaveLength(0);
  });

  test('lists the longest session there can be until it ends', async () => {
    const { student, st, enrollment } = await createScene();
    await createSession({
      enrollmentId: enrollment.id,
      stId: st.id,
      scheduledStart: new Date('2026-03-05T15:00:00Z'),
      scheduledEnd: new Date('2026-03-06T15:00:00Z'),
    });
    expect(await upcoming(student.id, new Date('2026-03-06T14:59:59Z'))).toHaveLength(1);
    expect(await upcoming(student.id, new Date('2026-03-06T15:00:00Z'))).toHaveLength(0);
  });

  test('lists a hold until it expires, and no cancelled or expired session', async () => {
    const scene = await createScene();
    const { id } = await book(scene, '2026-03-05T15:00Z');
    const hold = await replaceWithHold(id, LATER);
    expect(await upcoming(scene.student.id)).toHaveLength(1);
    expect(await upcoming(scene.student.id, LATER)).toHaveLength(0);
    await setDatabaseTime(LATER);
    await db().tutoringSession.update({ where: { id: hold }, data: { status: 'expired' } });
    expect(await upcoming(scene.student.id)).toHaveLength(0);
    await db().tutoringSession.update({ where: { id: hold }, data: { status: 'scheduled' } });
    await setDatabaseTime(new Date('2026-03-05T15:01:00Z'));
    for (const status of ['completed', 'no_show', 'cancelled'] as const) {
      await db().tutoringSession.update({ where: { id: hold }, data: { status } });
      expect(await upcoming(scene.student.id)).toHaveLength(0);
    }
    await setDatabaseTime(NOW);
  });
});
