import {
  instantOf,
  methodOf,
  onlyEvent,
  parseCalendar,
  peopleOf,
  valueIn,
} from '@/__tests__/support/icalendar';
import type { CalendarEntry } from '@/lib/calendar/session-event';
import { calendarFeed, sessionFile, sessionInvite } from '@/lib/calendar/session-files';
import { AROHA, entry, MAYA, SITE } from './entries';

const URL = 'https://peerloop.test/sessions/019a0000-0000-7000-8000-000000000001';
const BOTH = ['Maya Rivera <mailto:maya@example.com>', 'Aroha Ngata <mailto:aroha@example.com>'];

function invite(of: CalendarEntry, method: 'REQUEST' | 'CANCEL' = 'REQUEST') {
  return onlyEvent(parseCalendar(sessionInvite(of, method, SITE)));
}

test('an invite has title, time, place, attendees and organizer', () => {
  const calendar = parseCalendar(sessionInvite(entry({ sequence: 3 }), 'REQUEST', SITE));
  const event = onlyEvent(calendar);
  expect(methodOf(calendar)).toBe('REQUEST');
  expect(valueIn(event, 'uid')).toBe('019a0000-0000-7000-8000-000000000001@peerloop.test');
  expect(valueIn(event, 'sequence')).toBe('3');
  expect(instantOf(event, 'dtstamp')).toBe('2026-03-02T10:00:00.000Z');
  expect(instantOf(event, 'dtstart')).toBe('2026-03-10T20:00:00.000Z');
  expect(instantOf(event, 'dtend')).toBe('2026-03-10T21:00:00.000Z');
  expect(valueIn(event, 'location')).toBe(URL);
  expect(valueIn(event, 'url')).toBe(URL);
  expect(peopleOf(event, 'organizer')).toEqual(['PeerLoop <mailto:hello@peerloop.test>']);
  expect(peopleOf(event, 'attendee')).toEqual(BOTH);
  expect(event.getFirstProperty('attendee')?.toICALString()).toContain(
    ';ROLE=REQ-PARTICIPANT;CUTYPE=INDIVIDUAL;PARTSTAT=ACCEPTED;RSVP=FALSE;',
  );
});

test.each([
  ['student', MAYA, 'Aroha Ngata', 'Aroha Ngata teaches you', 'You wrote:\nHello'],
  ['ST', AROHA, 'Maya Rivera', 'You teach Maya Rivera', 'Maya Rivera wrote:\nHello'],
])('the %s gets their own version', (_, reader, other, opening, note) => {
  const event = invite(entry({ note: 'Hello' }, reader));
  expect(valueIn(event, 'summary')).toBe(`Web Development Foundations with ${other}`);
  const parts = [`${opening} Web Development Foundations on PeerLoop.`, note, URL];
  expect(valueIn(event, 'description')).toBe(parts.join('\n\n'));
});

test.each([
  ['a student who wants reminders', true, MAYA, ['-PT60M', '-PT15M']],
  ['a student who wants none', false, MAYA, []],
  ['the ST of a student who wants none', false, AROHA, ['-PT60M', '-PT15M']],
])('the calendar of %s has the alarms they chose', (_, reminders, reader, expected) => {
  const alarms = invite(entry({ reminders }, reader)).getAllSubcomponents('valarm');
  expect(alarms.map((alarm) => valueIn(alarm, 'trigger').replace('-PT1H', '-PT60M'))).toEqual(
    expected,
  );
});

test('a cancellation has the same UID as the event, and no alarms', () => {
  const event = invite(entry({ status: 'cancelled', sequence: 1 }), 'CANCEL');
  expect(valueIn(event, 'uid')).toBe(valueIn(invite(entry()), 'uid'));
  expect(valueIn(event, 'status')).toBe('CANCELLED');
  expect(peopleOf(event, 'attendee')).toEqual(BOTH);
});

test('the invite of a former ST has no other attendee', () => {
  const theo = { id: 'theo', name: 'Theo', email: 'theo@example.com' };
  const event = invite(entry({}, theo), 'CANCEL');
  expect(peopleOf(event, 'attendee')).toEqual(['Theo <mailto:theo@example.com>']);
  expect(valueIn(event, 'summary')).toBe('Web Development Foundations with Maya Rivera');
});

test.each([
  ['scheduled', 'PUBLISH'],
  ['completed', 'PUBLISH'],
  ['no_show', 'PUBLISH'],
  ['cancelled', 'CANCEL'],
])('the file of a %s session is a %s', (status, method) => {
  const file = sessionFile(entry({ status }), SITE);
  expect(file.method).toBe(method);
  expect(methodOf(parseCalendar(file.content))).toBe(method);
});

test('a feed has a name, a pace, and its sessions without notes and alarms', () => {
  const second = entry({ id: '019a0000-0000-7000-8000-000000000002' });
  const text = calendarFeed([entry({ note: 'Secret' }), second], SITE);
  const calendar = parseCalendar(text);
  expect(text).not.toMatch(/Secret|VALARM/);
  expect(calendar.getAllSubcomponents('vevent')).toHaveLength(2);
  expect(valueIn(calendar, 'x-wr-calname')).toBe('PeerLoop sessions');
  expect(text).toContain('\r\nREFRESH-INTERVAL;VALUE=DURATION:PT1H\r\nX-PUBLISHED-TTL:PT1H\r\n');
});

test('a feed without sessions is a calendar all the same', () => {
  const calendar = parseCalendar(calendarFeed([], SITE));
  expect(calendar.getAllSubcomponents('vevent')).toEqual([]);
});

test('the same entry gives the same text, so that a retried email is identical', () => {
  expect(sessionInvite(entry(), 'REQUEST', SITE)).toBe(sessionInvite(entry(), 'REQUEST', SITE));
});
