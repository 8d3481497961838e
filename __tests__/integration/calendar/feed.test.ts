import { NextRequest } from 'next/server';
import { truncate } from '@/__tests__/support/database';
import { replaceWithHold } from '@/__tests__/support/end-as-ops';
import { createUser, NOW } from '@/__tests__/support/factories';
import {
  eventsOf,
  instantOf,
  methodOf,
  parseCalendar,
  valueIn,
} from '@/__tests__/support/icalendar';
import { bookedScene } from '@/__tests__/support/mail-scene';
import { GET } from '@/app/api/calendar/[file]/route';
import {
  createCalendarFeed,
  removeCalendarFeed,
  replaceCalendarFeed,
} from '@/lib/calendar/change-feed';
import { recoverFeedToken } from '@/lib/calendar/feed-address';
import { findCalendarFeed } from '@/lib/calendar/find-feed';
import { db } from '@/lib/db/client';

beforeEach(() => {
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  jest.useFakeTimers({ now: NOW, advanceTimers: true });
  return truncate();
});
afterEach(() => {
  jest.useRealTimers();
});

const secret = process.env.NEXTAUTH_SECRET ?? '';

async function tokenOf(viewer: { id: string }): Promise<string | null> {
  const feed = await findCalendarFeed(db(), viewer);
  return feed && recoverFeedToken(secret, feed);
}

async function newToken(viewer: { id: string }): Promise<string> {
  await createCalendarFeed(db(), { viewer, secret, now: NOW });
  return (await tokenOf(viewer)) ?? '';
}

/** As a calendar asks for it: with nothing but the address. */
function fetchFeed(token: string, headers: Record<string, string> = {}): Promise<Response> {
  const file = `${token}.ics`;
  const request = new NextRequest(`http://localhost:3000/api/calendar/${file}`, { headers });
  return GET(request, { params: Promise.resolve({ file }) });
}

async function startsIn(token: string): Promise<string[]> {
  const response = await fetchFeed(token);
  const events = eventsOf(parseCalendar(await response.text()));
  return events.map((event) => instantOf(event, 'dtstart'));
}

test('a feed has its person’s sessions, and moves and loses them with the sessions', async () => {
  const { id, maya, aroha } = await bookedScene({ note: 'Secret' });
  const [ofMaya, ofAroha] = [await newToken(maya), await newToken(aroha)];
  const response = await fetchFeed(ofMaya);
  expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(response.headers.get('cache-control')).toBe('private, no-cache');
  const calendar = parseCalendar(await response.text());
  expect(methodOf(calendar)).toBe('PUBLISH');
  expect(eventsOf(calendar).map((event) => valueIn(event, 'summary'))).toEqual([
    'TypeScript with Aroha',
  ]);
  expect(await startsIn(ofAroha)).toEqual(['2026-03-10T20:00:00.000Z']);

  const change = (data: object) => db().tutoringSession.update({ where: { id }, data });
  await change({ scheduledStart: new Date('2026-03-12T20:00:00Z') });
  expect(await startsIn(ofMaya)).toEqual(['2026-03-12T20:00:00.000Z']);
  await change({ status: 'cancelled' });
  expect(await startsIn(ofMaya)).toEqual([]);
});

test('a feed reaches a month back, and has no held times', async () => {
  const { id, maya, start } = await bookedScene();
  const token = await newToken(maya);
  jest.setSystemTime(start.getTime() + 30 * 24 * 3_600_000);
  expect(await startsIn(token)).toHaveLength(1);
  jest.setSystemTime(start.getTime() + 31 * 24 * 3_600_000);
  expect(await startsIn(token)).toEqual([]);
  jest.setSystemTime(NOW);
  await replaceWithHold(id, new Date(NOW.getTime() + 60_000));
  expect(await startsIn(token)).toEqual([]);
});

test('an unchanged feed is answered with 304 until something changes', async () => {
  const { id, maya } = await bookedScene();
  const token = await newToken(maya);
  const etag = (await fetchFeed(token)).headers.get('etag') ?? '';
  expect((await fetchFeed(token, { 'if-none-match': etag })).status).toBe(304);
  await db().tutoringSession.update({ where: { id }, data: { status: 'cancelled' } });
  expect((await fetchFeed(token, { 'if-none-match': etag })).status).toBe(200);
});

test('a new URL ends the previous one, and removing the feed ends both', async () => {
  const viewer = await createUser();
  const first = await newToken(viewer);
  expect(await newToken(viewer)).toBe(first);
  await replaceCalendarFeed(db(), { viewer, secret, now: NOW });
  const second = (await tokenOf(viewer)) ?? '';
  expect(second).not.toBe(first);
  expect((await fetchFeed(first)).status).toBe(404);
  expect((await fetchFeed(second)).status).toBe(200);
  await removeCalendarFeed(db(), { viewer });
  expect((await fetchFeed(second)).status).toBe(404);
  expect(await tokenOf(viewer)).toBeNull();
});

test.each(['', 'x', 'A'.repeat(43), `${'A'.repeat(43)}.ics`, '../../x'])(
  'the address “%s” is not found',
  async (token) => {
    expect((await fetchFeed(token)).status).toBe(404);
  },
);

test('no token is stored, and it cannot be computed with another secret', async () => {
  const viewer = await createUser();
  const token = await newToken(viewer);
  const row = await db().calendarFeed.findUniqueOrThrow({ where: { userId: viewer.id } });
  expect(JSON.stringify(row)).not.toContain(token);
  expect(recoverFeedToken('another secret of the server', row)).toBeNull();
  expect((await fetchFeed(token)).status).toBe(200);
});
