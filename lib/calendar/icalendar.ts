import { domainToASCII } from 'node:url';
import { secondsInMinute } from 'date-fns/constants';
import ical, {
  ICalAlarmType,
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventStatus,
} from 'ical-generator';
import type { Instant, Interval } from '@/lib/time/intervals';

const PRODUCT_ID = '//PeerLoop//Session booking//EN';

/** The METHOD of a file (RFC 5546): an invite, its cancellation, or a file to read. */
export type CalendarMethod = 'REQUEST' | 'CANCEL' | 'PUBLISH';

export interface CalendarPerson {
  name: string;
  email: string;
}

export interface CalendarEvent {
  /** The same in every file about the same session. */
  uid: string;
  /** Rises with every change that people are notified of. */
  sequence: number;
  /** When the entry last changed; the DTSTAMP of the file. */
  stampedAt: Instant;
  during: Interval;
  title: string;
  description: string;
  /** The place of the session, which is its page. */
  url: string;
  isCancelled: boolean;
  organizer: CalendarPerson;
  attendees: readonly CalendarPerson[];
  /** Minutes before the start at which alarms ring. */
  alarmMinutes: readonly number[];
}

export interface CalendarFile {
  method: CalendarMethod;
  events: readonly CalendarEvent[];
  /** For a feed: its name, and how often to refresh it. */
  subscription?: { name: string; refreshMinutes: number };
}

/**
 * An iCalendar file (RFC 5545) in UTC. The same input gives the same text. Throws a RangeError for an
 * invalid instant or sequence.
 */
export function writeCalendar({ method, events, subscription }: CalendarFile): string {
  const calendar = ical({
    prodId: PRODUCT_ID,
    method: ICalCalendarMethod[method],
    events: events.map(eventData),
    ...(subscription && {
      name: subscription.name,
      ttl: subscription.refreshMinutes * secondsInMinute,
    }),
    // A calendar must not be empty, so one without events defines a time zone.
    ...(events.length === 0 && { timezone: { name: 'UTC', generator: () => UTC_TIME_ZONE } }),
  });
  return `${calendar.toString()}\r\n`;
}

function eventData(event: CalendarEvent): ICalEventData {
  return {
    id: event.uid,
    sequence: event.sequence,
    stamp: new Date(event.stampedAt),
    start: new Date(event.during.start),
    end: new Date(event.during.end),
    summary: oneLine(event.title),
    description: plainText(event.description),
    location: event.url,
    url: event.url,
    status: event.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: contact(event.organizer),
    attendees: event.attendees.map((person) => ({ ...contact(person), ...ACCEPTED })),
    alarms: event.alarmMinutes.map((minutes) => ({
      type: ICalAlarmType.display,
      description: `Starts in ${minutes} minutes`,
      trigger: minutes * secondsInMinute,
    })),
  };
}

// Both people have already agreed, so no reply is requested.
const ACCEPTED = {
  rsvp: false,
  type: ICalAttendeeType.INDIVIDUAL,
  role: ICalAttendeeRole.REQ,
  status: ICalAttendeeStatus.ACCEPTED,
};

function contact({ name, email }: CalendarPerson) {
  // Parameters have their own escapes (RFC 6868), which the package does not know. A backslash means
  // nothing there, but some calendars treat it as an escape.
  const escaped = oneLine(name).replaceAll('\\', '/').replaceAll('^', '^^').replaceAll('"', "^'");
  return { name: escaped, email: addressInUri(email) };
}

const LOCAL_PART_AS_IT_IS = /^[\w.!$&'*+/=^`{|}~-]+$/;
const HOST = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;

/** An email address for a `mailto:` URI (RFC 6068), in ASCII. An invalid host becomes `address.invalid`. */
function addressInUri(email: string): string {
  const at = email.lastIndexOf('@');
  const local = email.slice(0, at);
  const host = domainToASCII(email.slice(at + 1));
  const written = LOCAL_PART_AS_IT_IS.test(local) ? local : encodeURIComponent(local);
  return `${written}@${HOST.test(host) ? host : 'address.invalid'}`;
}

/**
 * Text for a calendar: every line end becomes one `\n`, and of the other control characters
 * only the tab stays. All else is unchanged when the file is parsed.
 */
export function plainText(text: string): string {
  return text.replaceAll(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replaceAll(/(?![\t\n])\p{Cc}/gu, '');
}

/** The same for a name or title without line ends: white space becomes one space. */
export function oneLine(text: string): string {
  return plainText(text).replaceAll(/\s+/g, ' ').trim();
}

const UTC_TIME_ZONE = [
  'BEGIN:VTIMEZONE',
  'TZID:UTC',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0000',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n');
