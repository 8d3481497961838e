import { domainToASCII } from 'node:url';
import { createEvents, type EventAttributes } from 'ics';
import type { Instant, Interval } from '@/lib/scheduling/intervals';

const LINE_OCTETS = 75;
const PRODUCT_ID = '-//PeerLoop//Session booking//EN';

/** What a file asks of whoever opens it (RFC 5546): to be invited, to take it back, or to read it. */
export type CalendarMethod = 'REQUEST' | 'CANCEL' | 'PUBLISH';

export interface CalendarPerson {
  name: string;
  email: string;
}

export interface CalendarEvent {
  /** The same in every file about the same thing, for ever. */
  uid: string;
  /** Rises with every change that people must hear of. */
  sequence: number;
  /** When what it says was written down. */
  stampedAt: Instant;
  during: Interval;
  title: string;
  description: string;
  /** Where it takes place, and where to read more. */
  url: string;
  isCancelled: boolean;
  organizer: CalendarPerson;
  attendees: readonly CalendarPerson[];
  /** Minutes before the start at which the calendar speaks up. */
  alarmMinutes: readonly number[];
}

export interface CalendarFile {
  method: CalendarMethod;
  events: readonly CalendarEvent[];
  /** Of a calendar to subscribe to: what it is called, and how often to look again. */
  subscription?: { name: string; refreshMinutes: number };
}

/**
 * An iCalendar file (RFC 5545) in UTC. The same input gives the same text. Throws for what `ics` does
 * not take, such as an address that is no URL.
 */
export function writeCalendar({ method, events, subscription }: CalendarFile): string {
  const header = {
    productId: PRODUCT_ID,
    method,
    ...(subscription && { calName: subscription.name }),
  };
  const { error, value } = createEvents(events.map(attributesOf), header);
  if (error || value === null) throw new Error(`ics refused an event: ${JSON.stringify(error)}`);
  const lines = value.replaceAll('\r\n\t', '').trimEnd().split('\r\n');
  const mended = lines.flatMap((line) => mendLine(line, subscription?.refreshMinutes));
  // A calendar must not be empty, so one without events knows of a zone.
  if (events.length === 0) mended.splice(-1, 0, ...ZONE_UTC);
  return mended.map((line) => `${foldLine(line)}\r\n`).join('');
}

function attributesOf(event: CalendarEvent): EventAttributes {
  const { uid, sequence, url, during, isCancelled, organizer, attendees, alarmMinutes } = event;
  const attributes = {
    uid,
    sequence,
    timestamp: event.stampedAt,
    start: during.start,
    end: during.end,
    title: oneLine(event.title),
    description: plainText(event.description),
    location: url,
    url,
    status: isCancelled ? ('CANCELLED' as const) : ('CONFIRMED' as const),
    organizer: contactOf(organizer),
    attendees: attendees.map((person) => ({ ...contactOf(person), ...ATTENDS })),
    alarms: alarmMinutes.map((minutes) => ({
      action: 'display' as const,
      description: `Starts in ${minutes} minutes`,
      trigger: { before: true, minutes },
    })),
  };
  return attributes;
}

// Both have agreed before the file is written: nobody is asked to answer it.
const ATTENDS = {
  rsvp: false,
  cutype: 'INDIVIDUAL',
  role: 'REQ-PARTICIPANT',
  partstat: 'ACCEPTED',
} as const;

function contactOf({ name, email }: CalendarPerson) {
  // A parameter escapes in its own way (RFC 6868), which `ics` does not know. A backslash has no meaning
  // there, but to some readers it has.
  const escaped = oneLine(name).replaceAll('\\', '/').replaceAll('^', '^^').replaceAll('"', "^'");
  return { name: escaped, email: addressInUri(email) };
}

const LOCAL_PART_AS_IT_IS = /^[\w.!$&'*+/=^`{|}~-]+$/;
const HOST = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;

/** A mail address as a `mailto:` carries it (RFC 6068), in ASCII. One that leads nowhere stays so. */
function addressInUri(email: string): string {
  const at = email.lastIndexOf('@');
  const local = email.slice(0, at);
  const host = domainToASCII(email.slice(at + 1));
  const written = LOCAL_PART_AS_IT_IS.test(local) ? local : encodeURIComponent(local);
  return `${written}@${HOST.test(host) ? host : 'address.invalid'}`;
}

/**
 * Text as a calendar can carry it: every line end is one `\n`, and of the other control characters
 * only the tab stays. All else comes out of a file as it went in.
 */
export function plainText(text: string): string {
  return text.replaceAll(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replaceAll(/(?![\t\n])\p{Cc}/gu, '');
}

/** The same for a name or a title, which has no line ends: white space is one space. */
export function oneLine(text: string): string {
  return plainText(text).replaceAll(/\s+/g, ' ').trim();
}

/** Puts right where `ics` departs from the RFC: docs/decisions/009. */
function mendLine(line: string, refreshMinutes: number | undefined): string[] {
  if (line.startsWith('X-PUBLISHED-TTL:')) {
    if (refreshMinutes === undefined) return [];
    const period = `PT${refreshMinutes}M`;
    return [`REFRESH-INTERVAL;VALUE=DURATION:${period}`, `X-PUBLISHED-TTL:${period}`];
  }
  // A name has no quotation mark in it, so the first one that ends a parameter is the parameter's own.
  if (line.startsWith('ORGANIZER;')) return [line.replace('":MAILTO:', '":mailto:')];
  if (line.startsWith('ATTENDEE;')) {
    return [line.replaceAll(/;(CUTYPE|ROLE|PARTSTAT)="([A-Z-]+)"/g, ';$1=$2')];
  }
  return [line];
}

/** Lines of 75 octets at most, none of which ends inside a character. */
function foldLine(line: string): string {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > LINE_OCTETS) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}

const ZONE_UTC = [
  'BEGIN:VTIMEZONE',
  'TZID:UTC',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0000',
  'END:STANDARD',
  'END:VTIMEZONE',
];
