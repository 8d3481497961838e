import { randomUUID } from 'node:crypto';
import { api } from '@/__tests__/support/api';
import { truncate } from '@/__tests__/support/database';
import {
  createEnrollment,
  createScene,
  createSession,
  createSt,
} from '@/__tests__/support/factories';
import { ADDRESSES } from '@/app/api/openapi.json/addresses';
import { db } from '@/lib/db/client';

// Walks every operation of the HTTP API as people whose business a session is not.

const RANGE = 'from=2026-03-01&to=2026-04-01';

interface Owned {
  course: string;
  st: string;
  session: string;
  enrollment: string;
  student: string;
}

interface Verdict {
  ask: (own: Owned) => { path: string; json?: object };
  /** The status for another student and another ST; signed-out requests always get 401. */
  others: 200 | 403 | 404 | 422;
}

/** One line for each operation. A new one without a line fails the first test. */
const VERDICTS: Record<string, Verdict> = {
  // Every student can see the courses and their STs, but not the free times.
  'GET /api/courses/{id}': { ask: ({ course }) => ({ path: course }), others: 200 },
  'GET /api/courses/{id}/sts': { ask: ({ course }) => ({ path: course }), others: 200 },
  // An ST's hours, and when they are free, are for those enrolled in the course.
  'GET /api/sts/{id}/availability': { ask: ({ st }) => ({ path: st }), others: 404 },
  'GET /api/sts/{id}/bookings': { ask: ({ st }) => ({ path: `${st}?${RANGE}` }), others: 404 },
  'GET /api/sts/{id}/slots': { ask: ({ st }) => ({ path: `${st}?${RANGE}` }), others: 404 },
  // One's own sessions only: the list of others is theirs.
  'GET /api/sessions': { ask: () => ({ path: '' }), others: 200 },
  'GET /api/sessions/{id}': { ask: ({ session: id }) => ({ path: id }), others: 404 },
  'GET /api/sessions/{id}/calendar-export': {
    ask: ({ session: id }) => ({ path: id }),
    others: 404,
  },
  'POST /api/sessions/{id}/calendar-export': {
    ask: ({ session: id }) => ({ path: id }),
    others: 404,
  },
  'POST /api/sessions': {
    ask: ({ st, student }) => ({
      path: '',
      json: { st_id: st, student_id: student, scheduled_start: '2026-03-06T10:00:00Z' },
    }),
    others: 422,
  },
  'POST /api/enrollments/{id}/deferred': {
    ask: ({ enrollment }) => ({ path: enrollment, json: {} }),
    others: 404,
  },
  // Each viewer records their own page view.
  'POST /api/analytics/events': {
    ask: ({ course }) => ({ path: '', json: { events: [lookAt(course)] } }),
    others: 200,
  },
};

function lookAt(course_id: string) {
  const data = { course_id, st_preselected: false };
  return { id: randomUUID(), name: 'page_view', course_id, ms_ago: 0, data };
}

const operations = Object.entries(ADDRESSES).flatMap(([address, file]) =>
  (['GET', 'POST'] as const)
    .filter((method) => 'description' in file[method])
    .map((method) => `${method} ${address}`),
);

/** Sends what the verdict of an operation asks for. */
function walk(operation: string, own: Owned, as: { id: string } | null) {
  const [method = '', address = ''] = operation.split(' ');
  const { path, json } = VERDICTS[operation]?.ask(own) ?? { path: '' };
  const [id = '', query = ''] = path.split('?');
  const request = { method, ...(json && { json }), ...(as && { as }) };
  return api(`${address.replace('{id}', id)}?${query}`, request);
}

/** A student's session with private text. */
async function createOwned(): Promise<Owned & { private: string[] }> {
  const { courseId, st, enrollment, student } = await createScene();
  await db().user.update({ where: { id: student.id }, data: { name: 'Secret Student' } });
  const { id } = await createSession({
    enrollmentId: enrollment.id,
    stId: st.id,
    scheduledStart: new Date('2026-03-05T10:00:00Z'),
    note: 'Secret note',
  });
  return {
    course: courseId,
    st: st.id,
    session: id,
    enrollment: enrollment.id,
    student: student.id,
    private: ['Secret', '@example.com', id, enrollment.id, student.id],
  };
}

/** All that could have been changed. */
async function snapshot() {
  return JSON.stringify(
    await Promise.all([
      db().tutoringSession.findMany(),
      db().enrollment.findMany({ orderBy: { id: 'asc' } }),
      db().calendarClaim.findMany({ orderBy: { userId: 'asc' } }),
      db().user.findMany({ orderBy: { id: 'asc' } }),
    ]),
  );
}

beforeEach(truncate);

test('every operation has an authorization rule', () => {
  expect(Object.keys(VERDICTS).sort()).toEqual([...operations].sort());
});

test.each(operations)('%s: a signed-out request gets 401', async (operation) => {
  const own = await createOwned();
  const before = await snapshot();
  const refused = await walk(operation, own, null);
  expect(refused).toMatchObject({ status: 401, body: { code: 'SIGN_IN_REQUIRED' } });
  expect(await snapshot()).toBe(before);
});

test.each(operations)('%s: other students and STs see and change nothing', async (operation) => {
  const own = await createOwned();
  const elsewhere = await createScene();
  const before = await snapshot();
  for (const as of [elsewhere.student, { id: elsewhere.st.userId }]) {
    const { status, body } = await walk(operation, own, as);
    expect(status).toBe(VERDICTS[operation]?.others);
    const text = JSON.stringify(body);
    expect(own.private.filter((words) => text.includes(words))).toEqual([]);
  }
  expect(await snapshot()).toBe(before);
});

describe.each(['availability', `bookings?${RANGE}`, `slots?${RANGE}`])('an ST’s %s', (what) => {
  const ask = (stId: string, as: { id: string }) => api(`/api/sts/${stId}/${what}`, { as });

  test('are visible to the ST and to students of the course, even without sessions left', async () => {
    const { courseId, st, student } = await createScene();
    const usedUp = await createEnrollment({ courseId, sessionCount: 0 });
    for (const id of [st.userId, student.id, usedUp.studentId]) {
      expect(await ask(st.id, { id })).toMatchObject({ status: 200, body: { st_id: st.id } });
    }
  });

  test('are not found by everyone else', async () => {
    const { courseId, st } = await createScene();
    const { student, st: stOfAnother } = await createScene();
    const completed = await createEnrollment({ courseId, status: 'completed' });
    const cancelled = await createEnrollment({ courseId, status: 'cancelled' });
    const ownCourse = await createSt({ courseId });
    for (const id of [
      student.id,
      stOfAnother.userId,
      ownCourse.userId,
      completed.studentId,
      cancelled.studentId,
    ]) {
      const [hidden, absent] = [await ask(st.id, { id }), await ask(randomUUID(), { id })];
      expect(hidden).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
      expect({ ...Object(hidden.body), request_id: '' }).toEqual({
        ...Object(absent.body),
        request_id: '',
      });
    }
  });
});

test('booking needs an enrollment of the same student', async () => {
  const { st } = await createOwned();
  const elsewhere = await createScene();
  const json = { st_id: st, scheduled_start: '2026-03-06T10:00:00Z' };
  for (const as of [elsewhere.student, { id: elsewhere.st.userId }]) {
    const refused = await api('/api/sessions', { as, json });
    expect(refused).toMatchObject({ status: 403, body: { code: 'NOT_ENROLLED' } });
  }
});
