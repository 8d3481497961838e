import ICAL from 'ical.js';

// What RFC 5545 and 5546 ask of a file, as far as ours can get it wrong. The parser is not the package
// that writes them.

const CONTENT_LINE = /^[A-Z][A-Z0-9-]*(;[A-Z][A-Z0-9-]*=("[^"]*"|[^";:,]*))*:.*$/u;
const ONCE = ['uid', 'dtstamp', 'dtstart', 'dtend', 'sequence', 'summary', 'organizer', 'url'];

/** Parses a calendar file, and fails unless it is one that every calendar must take. */
export function parseCalendar(text: string): ICAL.Component {
  expectLines(text);
  const calendar = new ICAL.Component(ICAL.parse(text));
  expect(calendar.name).toBe('vcalendar');
  for (const name of ['version', 'prodid', 'method']) {
    expect([name, calendar.getAllProperties(name).length]).toEqual([name, 1]);
  }
  expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
  expect(calendar.getAllSubcomponents().length).toBeGreaterThan(0);
  const uids = eventsOf(calendar).map((event) => event.getFirstPropertyValue('uid'));
  expect(new Set(uids).size).toBe(uids.length);
  for (const event of eventsOf(calendar)) expectEvent(event, methodOf(calendar));
  return calendar;
}

/** The only event of a calendar. */
export function onlyEvent(calendar: ICAL.Component): ICAL.Component {
  const [event, ...others] = eventsOf(calendar);
  expect(others).toEqual([]);
  if (!event) throw new Error('The calendar has no event.');
  return event;
}

export function eventsOf(calendar: ICAL.Component): ICAL.Component[] {
  return calendar.getAllSubcomponents('vevent');
}

export function methodOf(calendar: ICAL.Component): string {
  return String(calendar.getFirstPropertyValue('method'));
}

/** A property's value as text. */
export function valueIn(component: ICAL.Component, name: string): string {
  return String(component.getFirstPropertyValue(name));
}

/** The instant a property names, which must be in UTC. */
export function instantOf(event: ICAL.Component, name: string): string {
  const value = event.getFirstPropertyValue(name);
  if (!(value instanceof ICAL.Time)) throw new Error(`${name} is no time.`);
  expect(value.zone).toBe(ICAL.Timezone.utcTimezone);
  return value.toJSDate().toISOString();
}

/** `Maya <mailto:maya@example.com>` */
export function peopleOf(event: ICAL.Component, name: 'attendee' | 'organizer'): string[] {
  return event.getAllProperties(name).map((property) => {
    // The scheme of an address may be written in either letter case.
    const address = String(property.getFirstValue()).replace(/^mailto:/i, 'mailto:');
    return `${property.getParameter('cn')} <${address}>`;
  });
}

function expectLines(text: string): void {
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/(?!\t)\p{Cc}|[\u2028\u2029]/u);
  const octets = text.split('\r\n').map((line) => Buffer.byteLength(line));
  expect(Math.max(...octets)).toBeLessThanOrEqual(75);
  const odd = text
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .slice(0, -1)
    .filter((line) => !CONTENT_LINE.test(line));
  expect(odd).toEqual([]);
}

function expectEvent(event: ICAL.Component, method: string): void {
  for (const name of ONCE) {
    expect([name, event.getAllProperties(name).length]).toEqual([name, 1]);
  }
  expect(instantOf(event, 'dtstart') < instantOf(event, 'dtend')).toBe(true);
  instantOf(event, 'dtstamp');
  expect(valueIn(event, 'status')).toBe(method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED');
  expect(event.getAllProperties('attendee').length > 0).toBe(method !== 'PUBLISH');
  for (const person of [...peopleOf(event, 'attendee'), ...peopleOf(event, 'organizer')]) {
    expect(person).toMatch(/^\S.* <mailto:[\x21-\x7e]+@[a-z0-9.-]+>$/u);
  }
  const alarms = event.getAllSubcomponents('valarm');
  if (method === 'CANCEL') expect(alarms).toEqual([]);
  for (const alarm of alarms) {
    expect(valueIn(alarm, 'action')).toBe('DISPLAY');
    expect(valueIn(alarm, 'description')).not.toBe('');
    expect(alarm.getFirstPropertyValue('trigger')).toBeInstanceOf(ICAL.Duration);
  }
}
