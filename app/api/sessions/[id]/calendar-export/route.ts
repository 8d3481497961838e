import { CALENDAR_EXPORT_MESSAGES } from '@/lib/calendar/messages';
import { findCalendarEntry } from '@/lib/calendar/queries';
import { calendarSite, sessionFile } from '@/lib/calendar/rules';
import { calendarExportQuery } from '@/lib/calendar/schema';
import { db } from '@/lib/db';
import { env } from '@/lib/env';
import { otherMethods } from '@/lib/other-methods';
import { refusals } from '@/lib/problem';
import { ok, refuse } from '@/lib/result';
import { defineRoute, type RouteHandler } from '@/lib/route';
import { localDate } from '@/lib/scheduling/local-time';
import { idParams } from '@/lib/schema';
import { DEFAULT_TIME_ZONE } from '@/lib/users/rules';

export const GET = exportRoute('getCalendarFile');
export const POST = exportRoute('exportToCalendar');

/** POST as the specification has it, GET for a link: both change nothing and answer the same. */
function exportRoute(name: string): RouteHandler {
  return defineRoute(
    {
      name,
      summary: 'A session as a file for calendars',
      description:
        'To its student and ST. The UID of a session stays and its SEQUENCE rises, so that a file of ' +
        'later replaces what a calendar has. Of a cancelled session it takes the event away.',
      params: idParams,
      query: calendarExportQuery,
      answer: { mediaType: 'text/calendar' },
      refusals: refusals(CALENDAR_EXPORT_MESSAGES, { SESSION_NOT_BOOKED: 409 }),
    },
    async ({ viewer, params }) => {
      const entry = await findCalendarEntry(db(), { sessionId: params.id, reader: viewer });
      if (!entry) return refuse('NOT_FOUND');
      const { status, scheduledStart } = entry.tutoringSession;
      if (status === 'pending_payment' || status === 'expired') return refuse('SESSION_NOT_BOOKED');
      const { NEXTAUTH_URL, EMAIL_FROM } = env();
      const { method, content } = sessionFile(entry, calendarSite(NEXTAUTH_URL, EMAIL_FROM));
      const date = localDate(scheduledStart.getTime(), viewer.timezone ?? DEFAULT_TIME_ZONE);
      return ok({
        content,
        contentType: `text/calendar; charset=utf-8; method=${method}`,
        filename: `peerloop-session-${date}.ics`,
      });
    },
  );
}

export const { HEAD, OPTIONS, PUT, PATCH, DELETE } = otherMethods({ GET, POST });
