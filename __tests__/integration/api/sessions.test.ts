import { api } from '@/__tests__/support/api';
import { truncate } from '@/__tests__/support/database';
import { setDatabaseTime } from '@/__tests__/support/database-time';
import {
  createEnrollment,
  createScene,
  createSession,
  createSt,
  createUser,
  NOW,
} from '@/__tests__/support/factories';
import { sql } from '@/__tests__/support/plain-sql';
import { db } from '@/lib/db/client';

beforeEach(truncate);

interface Page {
  sessions: { session_id: string; scheduled_start: string; role: string }[];
  next_cursor: string | null;
}

async function list(as: { id: string }, query = ''): Promise<Page> {
  const { status, body } = await api(`/api/sessions?${query}`, { as });
  expect(status).toBe(200);
  return body as Page;
}

/** A scene whose student has sessions at 10:00 on these days of March 2026. */
async function createSessions(days: number[]) {
  const scene = await createScene();
  for (const day of days) {
    await createSession({
      enrollmentId: scene.enrollment.id,
      stId: scene.st.id,
      scheduledStart: new Date(Date.UTC(2026, 2, day, 10)),
    });
  }
  return scene;
}

const daysOf = ({ sessions }: Page) =>
  sessions.map(({ scheduled_start }) => new Date(scheduled_start).getUTCDate());

test('a session as its student reads it, and as its ST does', async () => {
  const scene = await createSessions([5]);
  await db().tutoringSession.updateMany({ data: { note: 'Loops, please.' } });
  const { sessions, next_cursor } = await list(scene.student);
  const [mine] = sessions;
  expect(next_cursor).toBeNull();
  expect(sessions).toEqual([
    {
      session_id: expect.any(String),
      status: 'scheduled',
      scheduled_start: '2026-03-05T10:00:00.000Z',
      scheduled_end: '2026-03-05T11:00:00.000Z',
      hold_expires_at: null,
      role: 'student',
      course: { course_id: scene.courseId, title: 'A course' },
      st: { st_id: scene.st.id, name: 'Alex Someone', avatar: null, timezone: null },
      student: {
        student_id: scene.student.id,
        name: 'Alex Someone',
        avatar: null,
        timezone: null,
      },
      note: 'Loops, please.',
      reminders: true,
    },
  ]);
  const alone = await api(`/api/sessions/${mine?.session_id}`, { as: { id: scene.st.userId } });
  expect(alone).toMatchObject({ status: 200, body: { ...mine, role: 'st' } });
});

test('pages of any size, forwards and backwards, contain every session once', async () => {
  const { student } = await createSessions([3, 4, 5, 6, 7]);
  for (const [order, days] of [
    ['asc', [3, 4, 5, 6, 7]],
    ['desc', [7, 6, 5, 4, 3]],
  ] as const) {
    for (const limit of [1, 2, 4, 5]) {
      const seen: number[] = [];
      let cursor = '';
      for (let pages = 0; pages < 6; pages += 1) {
        const page = await list(student, `order=${order}&limit=${limit}${cursor}`);
        expect(page.sessions.length).toBeLessThanOrEqual(limit);
        seen.push(...daysOf(page));
        if (page.next_cursor === null) break;
        cursor = `&cursor=${page.next_cursor}`;
      }
      expect(seen).toEqual(days);
    }
  }
});

test('a session that was moved by less than a millisecond is not listed twice', async () => {
  const { student } = await createSessions([3, 4]);
  await sql(`UPDATE sessions SET scheduled_start = scheduled_start + interval '7 microseconds'`);
  const first = await list(student, 'limit=1');
  const second = await list(student, `limit=1&cursor=${first.next_cursor}`);
  expect([...daysOf(first), ...daysOf(second)]).toEqual([3, 4]);
  expect(second.next_cursor).toBeNull();
});

test('sessions by role, by status and by when they start', async () => {
  const { student, st, courseId } = await createSessions([3, 4, 5]);
  await setDatabaseTime(new Date('2026-03-04T00:00:00Z'));
  await sql(`UPDATE sessions SET status = 'completed' WHERE scheduled_start < '2026-03-04'`);
  await setDatabaseTime(NOW);
  expect(daysOf(await list(student, 'status=completed'))).toEqual([3]);
  expect(daysOf(await list(student, 'from=2026-03-04T10:00:00Z&to=2026-03-05'))).toEqual([4]);
  expect(daysOf(await list(student, 'role=student'))).toEqual([3, 4, 5]);
  expect(daysOf(await list(student, 'role=st'))).toEqual([]);
  expect(daysOf(await list({ id: st.userId }, 'role=st'))).toEqual([3, 4, 5]);
  const { studentId } = await createEnrollment({ courseId });
  expect(daysOf(await list({ id: studentId }))).toEqual([]);
});

test('a session that is cancelled, moved or reassigned between two pages hides no other', async () => {
  const { student, st, courseId } = await createSessions([3, 4, 5, 6]);
  const { id: otherSt } = await createSt({ courseId });
  for (const [change, later] of [
    [`UPDATE sessions SET status = 'cancelled' WHERE scheduled_start < '2026-03-04'`, [4, 5, 6]],
    [
      `UPDATE sessions SET scheduled_start = '2026-03-09' WHERE scheduled_start < '2026-03-05'
        AND status = 'scheduled'`,
      [5, 6, 9],
    ],
    [
      `UPDATE sessions SET st_id = '${otherSt}' WHERE scheduled_start < '2026-03-06'
        AND status = 'scheduled'`,
      [6, 9],
    ],
  ] as const) {
    const query = 'status=scheduled&role=st';
    const first = await list({ id: st.userId }, `${query}&limit=1`);
    await sql(change);
    const rest = await list({ id: st.userId }, `${query}&cursor=${first.next_cursor}`);
    expect(daysOf(rest)).toEqual(later);
  }
  expect((await list(student)).sessions).toHaveLength(4);
});

test('sessions of a user who learns and teaches have one order', async () => {
  const teaching = await createSessions([3, 5, 7]);
  const peer = { id: teaching.st.userId };
  const learning = await createScene();
  const enrollment = await createEnrollment({ courseId: learning.courseId, studentId: peer.id });
  for (const day of [4, 6]) {
    await createSession({
      enrollmentId: enrollment.id,
      stId: learning.st.id,
      scheduledStart: new Date(Date.UTC(2026, 2, day, 10)),
    });
  }
  const first = await list(peer, 'order=desc&limit=2');
  const second = await list(peer, `order=desc&limit=2&cursor=${first.next_cursor}`);
  const third = await list(peer, `order=desc&limit=2&cursor=${second.next_cursor}`);
  expect([first, second, third].map(daysOf)).toEqual([[7, 6], [5, 4], [3]]);
  expect(third.next_cursor).toBeNull();
});

test('a cursor is a point in time: another person’s cursor shows nothing of theirs', async () => {
  const scene = await createSessions([3, 4]);
  const { next_cursor } = await list(scene.student, 'limit=1');
  const stranger = await createUser();
  expect(await list(stranger, `cursor=${next_cursor}`)).toEqual({
    sessions: [],
    next_cursor: null,
  });
});

test('an invalid cursor is refused', async () => {
  const as = await createUser();
  const written = (text: string) => Buffer.from(text).toString('base64url');
  const cursors = [
    '',
    'x',
    '%ff',
    written(as.id),
    written(`1 ${as.id.slice(1)}`),
    written(`2026-03-03 ${as.id}`),
    written(`${'9'.repeat(17)} ${as.id}`),
  ];
  for (const cursor of cursors) {
    const refused = await api(`/api/sessions?cursor=${cursor}`, { as });
    expect(refused).toMatchObject({ status: 422, body: { code: 'CURSOR_UNKNOWN' } });
  }
  for (const far of ['9', '-9']) {
    const cursor = written(`${far.padEnd(far.length + 15, '9')} ${as.id}`);
    expect(await list(as, `cursor=${cursor}`)).toMatchObject({ sessions: [] });
  }
});

test.each(['limit=0', 'limit=101', 'limit=x', 'role=admin', 'status=gone', 'order=up', 'from=x'])(
  '%s does not fit',
  async (query) => {
    const refused = await api(`/api/sessions?${query}`, { as: await createUser() });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ in: 'query' }] } });
  },
);

test('Schedule Later is recorded once, and cleared by booking', async () => {
  const { enrollment, student, st } = await createScene();
  const path = `/api/enrollments/${enrollment.id}/deferred`;
  const deferred = { enrollment_id: enrollment.id, deferred_at: '2026-03-02T10:00:00.000Z' };
  expect(await api(path, { method: 'POST', as: student })).toMatchObject({
    status: 200,
    body: deferred,
  });
  jest.setSystemTime(new Date('2026-03-02T11:00:00Z'));
  const large = { method: 'POST', as: student, body: 'x'.repeat(17_000) } as const;
  expect(await api(path, large)).toMatchObject({ status: 413, body: { code: 'BODY_TOO_LARGE' } });
  expect((await api(path, { method: 'POST', as: student })).body).toEqual(deferred);
  jest.setSystemTime(new Date('2026-03-02T10:00:00Z'));
  const json = { st_id: st.id, scheduled_start: '2026-03-05T15:00:00Z' };
  expect(await api('/api/sessions', { as: student, json })).toMatchObject({ status: 201 });
  expect(await db().enrollment.count({ where: { deferredAt: { not: null } } })).toBe(0);
});
