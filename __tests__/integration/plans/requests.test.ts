import { randomUUID } from 'node:crypto';
import { NextRequest } from 'next/server';
import { api } from '@/__tests__/support/api';
import { NOW } from '@/__tests__/support/factories';
import { fillTestDatabase, MANY_ROWS } from '@/__tests__/support/filled-database';
import { expectStatement, growingReadings, watchStatements } from '@/__tests__/support/plans';
import { GET as getCalendarFeed } from '@/app/api/calendar/[file]/route';
import { consumeSignInLink } from '@/lib/auth/consume-sign-in-link';
import { requestSignInLink } from '@/lib/auth/request-sign-in-link';
import { signInToken } from '@/lib/auth/tokens';
import { createCalendarFeed } from '@/lib/calendar/change-feed';
import { feedToken } from '@/lib/calendar/feed-address';
import { db } from '@/lib/db/client';
import { enroll } from '@/lib/enrollments/enroll';
import { listOfferingSts } from '@/lib/student-teachers/offering-sts';
import { changeTimeZone } from '@/lib/users/change-time-zone';
import type { People, Person } from '@/scripts/time/people';

const secret = process.env.NEXTAUTH_SECRET ?? '';
const RANGE = 'from=2026-03-02&to=2026-04-02';
const { during } = watchStatements();
let people: People;
let withoutSessions: { studentId: string; courseId: string; id: string };

beforeAll(async () => {
  people = await fillTestDatabase(db());
  withoutSessions = await db().enrollment.findFirstOrThrow({
    where: { deferredAt: null, sessionsUsed: 0, status: 'active' },
  });
}, 120_000);

/** What each request asks of the database when this person sends it. */
const REQUESTS: [request: string, send: (person: Person) => Promise<unknown>][] = [
  ['the first page of sessions', ({ viewer }) => succeed('/api/sessions', viewer)],
  ['the last page first', ({ viewer }) => succeed('/api/sessions?order=desc', viewer)],
  ['a page far behind', ({ viewer }) => succeed(`/api/sessions?cursor=${FAR_BEHIND}`, viewer)],
  ['one role', ({ viewer }) => succeed(`/api/sessions?role=st&cursor=${FAR_BEHIND}`, viewer)],
  ['sessions of some days', ({ viewer }) => succeed(`/api/sessions?${RANGE}`, viewer)],
  ['a session', ({ viewer, sessionId }) => succeed(`/api/sessions/${sessionId}`, viewer)],
  [
    'a calendar file',
    ({ viewer, sessionId }) =>
      succeed(`/api/sessions/${sessionId}/calendar-export?format=ics`, viewer),
  ],
  ['a course', ({ viewer, courseId }) => succeed(`/api/courses/${courseId}`, viewer)],
  ['its STs', ({ viewer, courseId }) => succeed(`/api/courses/${courseId}/sts`, viewer)],
  ['hours', ({ viewer, stId }) => succeed(`/api/sts/${stId}/availability?${RANGE}`, viewer)],
  [
    'when an ST is taken',
    ({ viewer, stId }) => succeed(`/api/sts/${stId}/bookings?${RANGE}`, viewer),
  ],
  ['slots', ({ viewer, stId }) => succeed(`/api/sts/${stId}/slots?${RANGE}`, viewer)],
  ['a calendar feed', ({ viewer }) => readFeed(viewer)],
  ['a time zone', ({ viewer }) => changeTimeZone(db(), { viewer, timeZone: 'Europe/Paris' })],
  ['analytics', ({ viewer, courseId }) => sendPageView(viewer, courseId)],
  ['signing in by link', ({ viewer }) => signInByLink(viewer)],
];

/** A cursor to a session of three months ago. */
const FAR_BEHIND = Buffer.from(
  `${NOW.getTime() - 90 * 86_400_000}000 ffffffff-ffff-7fff-8fff-ffffffffffff`,
).toString('base64url');

describe.each(['student', 'busyStudent', 'busyTeacher'] as const)('%s', (who) => {
  test.each(REQUESTS)('%s reads no table or history as a whole', async (_request, send) => {
    const statements = await during(() => send(people[who]));
    expect(statements.length).toBeGreaterThan(0);
    expect(growingReadings(statements, MANY_ROWS)).toEqual([]);
  });
});

test.each(['student', 'busyStudent'] as const)(
  'booking, and asking for the same time again: %s',
  async (who) => {
    const { viewer, courseId, enrollmentId } = people[who];
    const oneMore = { sessionCount: { increment: 1 } };
    await db().enrollment.update({ where: { id: enrollmentId }, data: oneMore });
    const json = await findOffer(viewer, courseId);
    const statements = await during(async () => {
      expect(await api('/api/sessions', { as: viewer, json })).toMatchObject({ status: 201 });
      expect(await api('/api/sessions', { as: viewer, json })).toMatchObject({ status: 409 });
    });
    expectStatement(statements, 'INSERT INTO calendar_claims');
    expect(growingReadings(statements, MANY_ROWS)).toEqual([]);
  },
);

test('enrolling, and choosing "Schedule Later"', async () => {
  const { id, studentId, courseId } = withoutSessions;
  const viewer = { id: studentId };
  const statements = await during(async () => {
    expect(await enroll(db(), { viewer, courseId })).toMatchObject({ ok: true });
    await succeed(`/api/enrollments/${id}/deferred`, viewer, 'POST');
  });
  expectStatement(statements, 'INSERT INTO notifications');
  expect(growingReadings(statements, MANY_ROWS)).toEqual([]);
});

async function succeed(path: string, as: { id: string }, method = 'GET'): Promise<void> {
  expect(await api(path, { as, method })).toMatchObject({ status: 200 });
}

async function findOffer(viewer: { id: string }, courseId: string) {
  const sts = await listOfferingSts(db(), { courseId, viewerId: viewer.id, now: NOW });
  const [st] = sts.filter(({ starts }) => starts.length > 0);
  return { st_id: st?.id, scheduled_start: new Date(st?.starts[0] ?? Number.NaN).toISOString() };
}

async function readFeed(viewer: { id: string }): Promise<void> {
  await createCalendarFeed(db(), { viewer, secret, now: NOW });
  const { id } = await db().calendarFeed.findUniqueOrThrow({ where: { userId: viewer.id } });
  const file = `${feedToken(secret, id)}.ics`;
  const request = new NextRequest(`http://localhost:3000/api/calendar/${file}`);
  expect((await getCalendarFeed(request, { params: Promise.resolve({ file }) })).status).toBe(200);
}

async function sendPageView(as: { id: string }, courseId: string): Promise<void> {
  const data = { course_id: courseId, st_preselected: false };
  const event = { id: randomUUID(), name: 'page_view', course_id: courseId, ms_ago: 0, data };
  const answer = await api('/api/analytics/events', { as, json: { events: [event] } });
  expect(answer).toMatchObject({ status: 200, body: { recorded: 1 } });
}

async function signInByLink({ id }: { id: string }): Promise<void> {
  const { email } = await db().user.findUniqueOrThrow({ where: { id } });
  await requestSignInLink(db(), { email, nextPath: null, secret, now: NOW });
  const link = await db().signInLink.findFirstOrThrow({
    where: { userId: id },
    orderBy: { createdAt: 'desc' },
  });
  const token = signInToken(secret, link.id);
  expect(await consumeSignInLink(db(), { token, now: NOW })).not.toBeNull();
}
