import { listFeedEntries } from '@/lib/calendar/queries';
import { calendarFeed, calendarSite } from '@/lib/calendar/rules';
import { findFeedOwner } from '@/lib/calendar-feeds/queries';
import { feedParams } from '@/lib/calendar-feeds/schema';
import { db } from '@/lib/db';
import { env } from '@/lib/env';
import { otherMethods } from '@/lib/other-methods';
import { ok, refuse } from '@/lib/result';
import { defineRoute } from '@/lib/route';

/** For calendars, which come without a cookie: the token in the address says whose sessions. */
export const GET = defineRoute(
  {
    name: 'getCalendarFeed',
    summary: "A person's sessions, for a calendar to subscribe to",
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

export const { HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = otherMethods({ GET });
