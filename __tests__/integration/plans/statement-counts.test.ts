import { api } from '@/__tests__/support/api';
import { countStatements } from '@/__tests__/support/count-statements';
import { createScene, createSession, NOW } from '@/__tests__/support/factories';
import { fillTestDatabase } from '@/__tests__/support/filled-database';
import { BookingPage } from '@/app/book/_wizard/booking-page';
import Confirmation from '@/app/booking/confirmation/page';
import CoursePage from '@/app/courses/[course_id]/page';
import DashboardPage from '@/app/dashboard/page';
import SessionPage from '@/app/sessions/[session_id]/page';
import SettingsPage from '@/app/settings/page';
import StPage from '@/app/student-teachers/[st_id]/page';
import { requireViewer } from '@/lib/auth/viewer';
import { db } from '@/lib/db/client';
import { listOfferingSts } from '@/lib/student-teachers/offering-sts';
import { findViewer, type Viewer } from '@/lib/users/queries';
import type { Person } from '@/scripts/time/people';

// The same for one ST or many, an empty or a long history: a request sends no statement for each row.

jest.mock('@/lib/auth/viewer', () => ({ requireViewer: jest.fn(), readViewer: jest.fn() }));
jest.mock('next/headers', () => ({ headers: async () => new Headers() }));

type People = [newcomer: Person, student: Person, busyStudent: Person, ...others: Person[]];
let people: People;

beforeAll(async () => {
  const { student, busyStudent, busyTeacher, crowded } = await fillTestDatabase(db());
  people = [await newStudent(), student, busyStudent, busyTeacher, crowded];
}, 120_000);

/** A student with one session, in a course with one ST. */
async function newStudent(): Promise<Person> {
  const { courseId, st, enrollment, student } = await createScene();
  const scheduledStart = new Date('2026-03-05T15:00Z');
  const enrollmentId = enrollment.id;
  const session = await createSession({ enrollmentId, stId: st.id, scheduledStart });
  return { viewer: student, courseId, stId: st.id, enrollmentId, sessionId: session.id };
}

const later = <Value>(value: Value) => Promise.resolve(value);

/** The viewer is one of the statements. */
const PAGES: [page: string, limit: number, open: (person: Person) => Promise<unknown>][] = [
  ['dashboard', 4, () => DashboardPage()],
  ['course', 2, ({ courseId }) => CoursePage({ params: later({ course_id: courseId }) })],
  ['ST', 2, ({ stId }) => StPage({ params: later({ st_id: stId }) })],
  ['wizard, list of STs', 2, ({ courseId }) => wizard({ courseId })],
  ['wizard, calendar', 3, ({ stId }) => wizard({ preselectedStId: stId })],
  ['wizard, a time', 3, ({ stId }) => wizard({ preselectedStId: stId, time: NOW })],
  ['session', 4, ({ sessionId }) => openSession(sessionId)],
  ['confirmation', 2, ({ sessionId }) => confirmation(sessionId)],
  ['settings', 3, () => SettingsPage()],
];

test.each(PAGES)('%s: at most %i', async (_page, limit, open) => {
  for (const person of people) {
    signIn(person);
    const count = await countStatements(() => open(person).catch(leaveThePage));
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThanOrEqual(limit);
  }
});

/** Reads the viewer once for each page, as React does. */
function signIn({ viewer }: Person): void {
  let read: Promise<Viewer> | undefined;
  jest.mocked(requireViewer).mockImplementation(() => {
    read ??= findViewer(db(), viewer.id).then(
      (found) => found ?? Promise.reject(new Error('Gone.')),
    );
    return read;
  });
}

const RANGE = 'from=2026-03-02&to=2026-04-02';

/** The viewer and the rate limit are two of the statements. */
const REQUESTS: [path: string, limit: number, pathOf: (person: Person) => string][] = [
  ['slots', 4, ({ stId }) => `/api/sts/${stId}/slots?${RANGE}`],
  ['bookings', 4, ({ stId }) => `/api/sts/${stId}/bookings?${RANGE}`],
  ['availability', 4, ({ stId }) => `/api/sts/${stId}/availability?${RANGE}`],
  ['STs', 4, ({ courseId }) => `/api/courses/${courseId}/sts`],
  ['sessions', 4, () => '/api/sessions'],
];

test.each(REQUESTS)('API, %s: at most %i', async (_request, limit, pathOf) => {
  for (const person of people) {
    const count = await countStatements(() => api(pathOf(person), { as: person.viewer }));
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThanOrEqual(limit);
  }
});

test('a booking: at most 8', async () => {
  const [newcomer, student, busyStudent] = people;
  for (const person of [newcomer, student, busyStudent]) {
    const { viewer, courseId, enrollmentId } = person;
    const oneMore = { sessionCount: { increment: 1 } };
    await db().enrollment.update({ where: { id: enrollmentId }, data: oneMore });
    const sts = await listOfferingSts(db(), { courseId, viewerId: viewer.id, now: NOW });
    const st = sts.find(({ starts }) => starts.length > 0);
    const scheduled_start = new Date(st?.starts.at(-1) ?? Number.NaN).toISOString();
    const json = { st_id: st?.id, scheduled_start };
    const count = await countStatements(async () => {
      expect(await api('/api/sessions', { as: viewer, json })).toMatchObject({ status: 201 });
    });
    expect(count).toBeLessThanOrEqual(8);
  }
});

function wizard({ time, ...props }: { courseId?: string; preselectedStId?: string; time?: Date }) {
  const params = time ? { time: time.toISOString() } : {};
  return BookingPage({ ...props, searchParams: later(params) });
}

function openSession(sessionId: string) {
  return SessionPage({ params: later({ session_id: sessionId }), searchParams: later({}) });
}

function confirmation(session: string) {
  return Confirmation({ searchParams: later({ session }) });
}

/** A page of something that has ended, or belongs to another user, redirects or is not found. */
function leaveThePage(error: unknown): void {
  const isLeaving = error instanceof Error && /^NEXT_(REDIRECT|HTTP_ERROR)/.test(error.message);
  if (!isLeaving) throw error;
}
