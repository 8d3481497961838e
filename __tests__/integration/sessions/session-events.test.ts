import { randomUUID } from 'node:crypto';
import { renderToString } from 'react-dom/server';
import { countStatements } from '@/__tests__/support/count-statements';
import { truncate } from '@/__tests__/support/database';
import { letDatabaseTimeRun, setDatabaseTime } from '@/__tests__/support/database-time';
import { createScene, createSession, NOW } from '@/__tests__/support/factories';
import { sql } from '@/__tests__/support/plain-sql';
import SessionPage from '@/app/sessions/[session_id]/page';
import { requireViewer } from '@/lib/auth/viewer';
import { db } from '@/lib/db/client';
import { listSessionEvents } from '@/lib/sessions/session-events';
import { findViewer } from '@/lib/users/queries';

jest.mock('@/lib/auth/viewer', () => ({ requireViewer: jest.fn() }));

const MOVES = 120;
/** To come for a stopped clock and for a running one. */
const START = new Date('2099-03-05T15:00:00Z');

/** A session that was booked, moved again and again, and cancelled. */
async function createMovedSession() {
  const scene = await createScene();
  const { id: sessionId } = await createSession({
    enrollmentId: scene.enrollment.id,
    stId: scene.st.id,
    scheduledStart: START,
  });
  for (let move = 0; move < MOVES; move += 1) {
    await sql(
      `UPDATE sessions SET scheduled_start = scheduled_start + interval '1 minute' WHERE id = $1`,
      sessionId,
    );
  }
  await sql(`UPDATE sessions SET status = 'cancelled' WHERE id = $1`, sessionId);
  return { ...scene, sessionId };
}

/** All events of a session, read page by page from the latest. */
async function pagesOf(sessionId: string) {
  const pages = [await listSessionEvents(db(), { sessionId, before: null })];
  for (let page = pages[0]; page?.hasEarlier; page = pages[0]) {
    pages.unshift(await listSessionEvents(db(), { sessionId, before: page.events[0]?.id ?? null }));
  }
  return pages;
}

beforeEach(truncate);
afterEach(() => setDatabaseTime(NOW));

test.each([
  ['at one moment', () => setDatabaseTime(NOW)],
  ['microseconds apart', letDatabaseTimeRun],
])('the latest events come first, and all others page by page: %s', async (_when, setClock) => {
  await setClock();
  const { sessionId } = await createMovedSession();
  const pages = await pagesOf(sessionId);
  expect(pages.map(({ events }) => events.length)).toEqual([22, 50, 50]);
  expect(pages.map(({ hasEarlier, hasLater }) => [hasEarlier, hasLater])).toEqual([
    [false, true],
    [true, true],
    [true, false],
  ]);
  const all = pages.flatMap(({ events }) => events);
  expect(all.map(({ kind }) => kind)).toEqual([
    'booked',
    ...Array.from({ length: MOVES }, () => 'moved'),
    'cancelled',
  ]);
  const starts = all.map(({ scheduledStart }) => scheduledStart.getTime());
  expect(starts).toEqual(starts.toSorted((a, b) => a - b));
});

test('an unknown event, or one without earlier events, leads to the latest events', async () => {
  const { sessionId } = await createMovedSession();
  const other = await createScene();
  await createSession({
    enrollmentId: other.enrollment.id,
    stId: other.st.id,
    scheduledStart: START,
  });
  const elsewhere = await db().sessionEvent.findFirstOrThrow({
    where: { sessionId: { not: sessionId } },
  });
  const latest = await listSessionEvents(db(), { sessionId, before: null });
  const first = (await pagesOf(sessionId))[0]?.events[0]?.id ?? '';
  for (const before of ['', 'no-id', "' OR 1=1", '\0', randomUUID(), elsewhere.id, first]) {
    expect(await listSessionEvents(db(), { sessionId, before })).toEqual(latest);
  }
});

test('a long history takes as many statements as a short one', async () => {
  const { sessionId } = await createMovedSession();
  const [latest, middle] = (await pagesOf(sessionId)).toReversed();
  for (const before of [null, latest?.events[0]?.id, middle?.events[0]?.id]) {
    const read = () => listSessionEvents(db(), { sessionId, before: before ?? null });
    expect(await countStatements(read)).toBe(2);
  }
});

test('the page links to earlier events, and back', async () => {
  const { sessionId, student } = await createMovedSession();
  const viewer = await findViewer(db(), student.id);
  if (!viewer) throw new Error('Nobody has this id.');
  jest.mocked(requireViewer).mockResolvedValue(viewer);
  const open = async (before?: string | string[]) =>
    renderToString(
      await SessionPage({
        params: Promise.resolve({ session_id: sessionId }),
        searchParams: Promise.resolve(before === undefined ? {} : { before }),
      }),
    );
  const latest = await open();
  expect(latest).toContain('Cancelled');
  expect(latest).not.toContain('Show latest');
  const [, before = ''] = /\?before=([^"#]+)[^>]*>Show earlier</.exec(latest) ?? [];
  const earlier = await open(before);
  expect(earlier).toContain('Show earlier');
  expect(earlier).toContain('Show latest');
  for (const bad of ['', 'no-id', ['a', 'b'], randomUUID()]) expect(await open(bad)).toBe(latest);
});
