import type { CalendarSite } from './calendar-site';
import { type CalendarMethod, writeCalendar } from './icalendar';
import { type CalendarEntry, eventOf } from './session-event';

/** How often calendars that subscribe are asked to look again. */
const REFRESH_MINUTES = 60;

/**
 * The invite beside a mail: `REQUEST` for a session that is booked or changed, `CANCEL` for one that
 * is over for this reader. All invites to one session share their UID; the session's sequence tells
 * which of them holds.
 */
export function sessionInvite(
  entry: CalendarEntry,
  method: 'REQUEST' | 'CANCEL',
  site: CalendarSite,
): string {
  return writeCalendar({ method, events: [eventOf(entry, { method, site })] });
}

/**
 * The file that a participant downloads. It is published rather than sent as an invite, so that a
 * calendar takes it without an answer to anybody; a cancelled session takes the event out again.
 */
export function sessionFile(
  entry: CalendarEntry,
  site: CalendarSite,
): { method: CalendarMethod; content: string } {
  const method = entry.tutoringSession.status === 'cancelled' ? 'CANCEL' : 'PUBLISH';
  return { method, content: writeCalendar({ method, events: [eventOf(entry, { method, site })] }) };
}

/**
 * The feed that calendar apps subscribe to. It has no notes, because the calendar's provider can read
 * it, and no alarms, because a subscribed calendar has its own.
 */
export function calendarFeed(entries: readonly CalendarEntry[], site: CalendarSite): string {
  const method = 'PUBLISH';
  const events = entries.map(({ tutoringSession, ...entry }) => ({
    ...eventOf({ ...entry, tutoringSession: { ...tutoringSession, note: null } }, { method, site }),
    alarmMinutes: [],
  }));
  const subscription = { name: 'PeerLoop sessions', refreshMinutes: REFRESH_MINUTES };
  return writeCalendar({ method, events, subscription });
}
