import { listFeedEntries } from '@/lib/calendar/calendar-entries';
import { calendarSite } from '@/lib/calendar/calendar-site';
import { findFeedOwner } from '@/lib/calendar/find-feed';
import { feedParams } from '@/lib/calendar/schema';
import { calendarFeed } from '@/lib/calendar/session-files';
import { db } from '@/lib/db/client';
import { env } from '@/lib/env';
import { methodHandlers } from '@/lib/http/api/method-handlers';
import { defineRoute } from '@/lib/http/api/route';
import { ok, refuse } from '@/lib/result';

/** Calendars send no cookie, so the token in the URL identifies the user. */
export const GET = defineRoute(
  {
    name: 'getCalendarFeed',
    summary: "A user's sessions, for calendar subscriptions",
    audience: 'anyone',
    limit: 'calendar_feed',
    params: feedParams,
    answer: { mediaType: 'text/calendar' },
  },
  async ({ params }) => {
    const reader = await findFeedOwner(db(), params.file);
    if (!reader) return refuse('NOT_FOUND');
    const entries = await listFeedEntries(db(), { reader, now: new Date() });
    const { NEXTAUTH_URL, EMAIL_FROM } = env();
    return ok({
      content: calendarFeed(entries, calendarSite(NEXTAUTH_URL, EMAIL_FROM)),
      contentType: 'text/calendar; charset=utf-8',
      filename: 'peerloop-sessions.ics',
    });
  },
);

export const { HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = methodHandlers({ GET });
