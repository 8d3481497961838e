import { findCalendarEntry } from '@/lib/calendar/calendar-entries';
import { calendarSite } from '@/lib/calendar/calendar-site';
import { CALENDAR_EXPORT_MESSAGES } from '@/lib/calendar/messages';
import { calendarExportQuery } from '@/lib/calendar/schema';
import { sessionFile } from '@/lib/calendar/session-files';
import { db } from '@/lib/db/client';
import { env } from '@/lib/env';
import { methodHandlers } from '@/lib/http/api/method-handlers';
import { refusals } from '@/lib/http/api/problem';
import { defineRoute, type RouteHandler } from '@/lib/http/api/route';
import { idParams } from '@/lib/http/schema';
import { ok, refuse } from '@/lib/result';
import { localDate } from '@/lib/time/local-time';
import { DEFAULT_TIME_ZONE } from '@/lib/time/zone-names';

export const GET = exportRoute('getCalendarFile');
export const POST = exportRoute('exportToCalendar');

/** POST follows the specification, GET is for links. Both are read-only and return the same file. */
function exportRoute(name: string): RouteHandler {
  return defineRoute(
    {
      name,
      summary: 'A session as an iCalendar file',
      description:
        'For its student and ST. The UID stays the same and the SEQUENCE increases, so a newer file ' +
        'replaces the event. The file of a cancelled session removes it.',
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

export const { HEAD, OPTIONS, PUT, PATCH, DELETE } = methodHandlers({ GET, POST });
