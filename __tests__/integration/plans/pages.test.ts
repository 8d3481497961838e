import { NOW } from '@/__tests__/support/factories';
import { fillTestDatabase, MANY_ROWS } from '@/__tests__/support/filled-database';
import { growingReadings, watchStatements } from '@/__tests__/support/plans';
import { BookingPage } from '@/app/book/_wizard/booking-page';
import Confirmation from '@/app/booking/confirmation/page';
import CoursePage from '@/app/courses/[course_id]/page';
import DashboardPage from '@/app/dashboard/page';
import LoginPage from '@/app/login/page';
import SessionPage from '@/app/sessions/[session_id]/page';
import SettingsPage from '@/app/settings/page';
import StPage from '@/app/student-teachers/[st_id]/page';
import { requireViewer } from '@/lib/auth/viewer';
import { db } from '@/lib/db/client';
import { findViewer } from '@/lib/users/queries';
import type { People, Person } from '@/scripts/time/people';

jest.mock('@/lib/auth/viewer', () => ({ requireViewer: jest.fn(), readViewer: jest.fn() }));
jest.mock('next/headers', () => ({ headers: async () => new Headers() }));

process.env.DEMO_SIGN_IN = 'true';
const { during } = watchStatements();
let people: People;

beforeAll(async () => {
  jest.useFakeTimers({ now: NOW, advanceTimers: true });
  people = await fillTestDatabase(db());
}, 120_000);

const later = <Value>(value: Value) => Promise.resolve(value);
const search = { next: undefined, link: undefined, error: undefined, signed_out: undefined };

/** Each page as a user opens it, and each step of the wizard. */
const PAGES: [page: string, open: (person: Person) => Promise<unknown>][] = [
  ['sign in', () => LoginPage({ searchParams: later(search) })],
  ['dashboard', () => DashboardPage()],
  ['course', ({ courseId }) => CoursePage({ params: later({ course_id: courseId }) })],
  ['ST', ({ stId }) => StPage({ params: later({ st_id: stId }) })],
  [
    'booking with an ST',
    ({ stId }) => BookingPage({ preselectedStId: stId, searchParams: later({}) }),
  ],
  ['choosing an ST', ({ courseId }) => wizard(courseId, {})],
  ['choosing a day', ({ courseId, stId }) => wizard(courseId, { st: stId })],
  [
    'choosing a time that is gone',
    ({ courseId, stId }) =>
      wizard(courseId, { st: stId, date: '2026-03-04', time: '2026-03-04T05:30:00.000Z' }),
  ],
  ['session', ({ sessionId }) => session(sessionId, {})],
  ['what happened to it earlier', openEarlierEvents],
  [
    'confirmation',
    ({ sessionId }) => Confirmation({ searchParams: later({ session: sessionId }) }),
  ],
  ['settings', () => SettingsPage()],
];

function wizard(courseId: string, params: Record<string, string>) {
  return BookingPage({ courseId, searchParams: later(params) });
}

function session(sessionId: string, searchParams: { before?: string }) {
  return SessionPage({
    params: later({ session_id: sessionId }),
    searchParams: later(searchParams),
  });
}

async function openEarlierEvents({ sessionId }: Person) {
  const where = { sessionId };
  const last = await db().sessionEvent.findFirst({ where, orderBy: { happenedAt: 'desc' } });
  return session(sessionId, last ? { before: last.id } : {});
}

describe.each(['student', 'busyStudent', 'busyTeacher', 'crowded'] as const)('%s', (who) => {
  test.each(PAGES)('%s reads no table or history as a whole', async (_page, open) => {
    const person = people[who];
    jest.mocked(requireViewer).mockImplementation(async () => {
      const viewer = await findViewer(db(), person.viewer.id);
      if (!viewer) throw new Error('Nobody has this id.');
      return viewer;
    });
    const statements = await during(() => open(person).catch(leaveThePage));
    expect(statements.length).toBeGreaterThan(0);
    expect(growingReadings(statements, MANY_ROWS)).toEqual([]);
  });
});

/** A page of something that has ended, or belongs to another user, redirects or is not found. */
function leaveThePage(error: unknown): void {
  const isLeaving = error instanceof Error && /^NEXT_(REDIRECT|HTTP_ERROR)/.test(error.message);
  if (!isLeaving) throw error;
}
