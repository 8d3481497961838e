import type { CalendarSite } from './calendar-site';
import { type CalendarMethod, writeCalendar } from './icalendar';
import { type CalendarEntry, eventOf } from './session-event';

/** How often a subscribed calendar is asked to refresh. */
const REFRESH_MINUTES = 60;

/**
 * The invite attached to an email: `REQUEST` for a session that is booked or changed, `CANCEL` for one that
 * is cancelled, or that the reader no longer teaches. All invites to one session share a UID; the one with
 * the highest sequence is current.
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
 * calendar adds the event without sending a reply. The file of a cancelled session removes the event.
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
