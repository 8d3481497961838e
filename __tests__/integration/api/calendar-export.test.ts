import { api } from '@/__tests__/support/api';
import { truncate } from '@/__tests__/support/database';
import { endAsOps, replaceWithHold } from '@/__tests__/support/end-as-ops';
import { createUser, NOW } from '@/__tests__/support/factories';
import {
  instantOf,
  methodOf,
  onlyEvent,
  parseCalendar,
  valueIn,
} from '@/__tests__/support/icalendar';
import { bookedScene } from '@/__tests__/support/mail-scene';
import { db } from '@/lib/db/client';

beforeEach(truncate);

const pathOf = (id: string, query = '?format=ics') => `/api/sessions/${id}/calendar-export${query}`;

async function read(id: string, as: { id: string }) {
  const { body } = await api(pathOf(id), { as });
  return parseCalendar(String(body));
}

test.each(['GET', 'POST'])('%s gives both people the session as a file', async (method) => {
  const { id, maya, aroha } = await bookedScene({ note: 'Emoji 🎉, commas; and\nlines' });
  const [toMaya, toAroha] = [
    await api(pathOf(id), { method, as: maya }),
    await api(pathOf(id), { method, as: aroha }),
  ];
  expect(toMaya.status).toBe(200);
  expect(toMaya.headers.get('content-type')).toBe('text/calendar; charset=utf-8; method=PUBLISH');
  expect(toMaya.headers.get('content-disposition')).toBe(
    'attachment; filename="peerloop-session-2026-03-10.ics"',
  );
  expect(toMaya.headers.get('cache-control')).toMatch(/^(private, no-cache|no-store)$/);
  const event = onlyEvent(parseCalendar(String(toMaya.body)));
  expect(instantOf(event, 'dtstart')).toBe('2026-03-10T20:00:00.000Z');
  expect(instantOf(event, 'dtstamp')).toBe(NOW.toISOString());
  expect(valueIn(event, 'description')).toContain('You wrote:\nEmoji 🎉, commas; and\nlines\n');
  // In Auckland it is a day later, and Aroha's entry names Maya.
  expect(toAroha.headers.get('content-disposition')).toContain('2026-03-11.ics');
  const hers = onlyEvent(parseCalendar(String(toAroha.body)));
  expect(valueIn(hers, 'summary')).toBe('TypeScript with Maya');
  expect(valueIn(hers, 'uid')).toBe(valueIn(event, 'uid'));
});

test('the format is optional, and no other is accepted', async () => {
  const { id, maya } = await bookedScene();
  expect(await api(pathOf(id, ''), { as: maya })).toMatchObject({ status: 200 });
  const refused = await api(pathOf(id, '?format=pdf'), { as: maya });
  expect(refused).toMatchObject({
    status: 422,
    body: { code: 'INVALID_REQUEST', errors: [{ in: 'query', pointer: '#/format' }] },
  });
});

test('other people get the same answer as for an unknown session', async () => {
  const { id } = await bookedScene();
  const as = await createUser();
  expect(await api(pathOf(id), { as })).toMatchObject({ status: 404 });
  expect(await api(pathOf(id))).toMatchObject({ status: 401 });
});

test('each change raises the sequence, and a cancellation takes the event away', async () => {
  const { id, maya } = await bookedScene();
  const sequences: string[] = [];
  const note = async () => {
    const calendar = await read(id, maya);
    const event = onlyEvent(calendar);
    sequences.push(`${methodOf(calendar)} ${valueIn(event, 'sequence')}`);
  };
  const change = (data: object) => db().tutoringSession.update({ where: { id }, data });
  await note();
  await change({ scheduledStart: new Date('2026-03-11T20:00:00Z') });
  await note();
  await change({ status: 'cancelled' });
  await note();
  await change({ status: 'scheduled' });
  await note();
  expect(sequences).toEqual(['PUBLISH 0', 'PUBLISH 1', 'CANCEL 2', 'PUBLISH 3']);
});

test.each(['pending_payment', 'expired'])('a session that is %s has no file', async (status) => {
  const { id, maya } = await bookedScene();
  const unbooked =
    status === 'expired'
      ? await endAsOps(id, status)
      : await replaceWithHold(id, new Date(NOW.getTime() + 60_000));
  const refused = await api(pathOf(unbooked), { as: maya });
  expect(refused).toMatchObject({ status: 409, body: { code: 'SESSION_NOT_BOOKED' } });
});

test('a client with a current copy gets 304', async () => {
  const { id, maya } = await bookedScene();
  const { headers } = await api(pathOf(id), { as: maya });
  const etag = headers.get('etag') ?? '';
  const again = await api(pathOf(id), { as: maya, headers: { 'if-none-match': etag } });
  expect(again).toMatchObject({ status: 304, body: null });
});
