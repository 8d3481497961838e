import { type CalendarLinkSession, descriptionOf, sessionUrl, titleOf } from './session-event';

/** The links with which a participant adds a session to their calendar. */
export function calendarLinks(
  tutoringSession: CalendarLinkSession,
  reader: { id: string },
  siteUrl: string,
): { google: string; file: string } {
  return {
    google: googleUrl(tutoringSession, reader, new URL(siteUrl).origin),
    file: `/api/sessions/${tutoringSession.id}/calendar-export?format=ics`,
  };
}

/**
 * Opens Google Calendar with the session filled in. Without the note, which does not belong in an
 * URL that browsers and proxies store.
 */
function googleUrl(
  tutoringSession: CalendarLinkSession,
  reader: { id: string },
  origin: string,
): string {
  const { scheduledStart, scheduledEnd } = tutoringSession;
  const query = new URLSearchParams({
    action: 'TEMPLATE',
    text: titleOf(tutoringSession, reader),
    dates: `${basicUtc(scheduledStart)}/${basicUtc(scheduledEnd)}`,
    details: descriptionOf({ ...tutoringSession, note: null }, reader, origin),
    location: sessionUrl(tutoringSession, origin),
  });
  return `https://calendar.google.com/calendar/render?${query}`;
}

/** `20260303T150000Z` */
function basicUtc(instant: Date): string {
  return instant.toISOString().replaceAll(/[-:]|\.\d+/g, '');
}
