'use server';

import { revalidatePath } from 'next/cache';
import type { CalendarFeedState } from '@/components/settings/calendar-feed-state';
import { defineAction } from '@/lib/action';
import {
  createCalendarFeed,
  removeCalendarFeed,
  replaceCalendarFeed,
} from '@/lib/calendar-feeds/commands';
import { CALENDAR_FEED_FAILED_MESSAGE } from '@/lib/calendar-feeds/messages';
import { calendarFeedForm } from '@/lib/calendar-feeds/schema';
import { db } from '@/lib/db';
import { env } from '@/lib/env';

const COMMANDS = {
  create: createCalendarFeed,
  replace: replaceCalendarFeed,
  remove: removeCalendarFeed,
} as const;

const FAILED = { status: 'failed', message: CALENDAR_FEED_FAILED_MESSAGE } as const;

/** Makes, replaces or takes away the address under which the viewer's calendar finds their sessions. */
export const changeCalendarFeed = defineAction({
  name: 'changeCalendarFeed',
  schema: calendarFeedForm,
  run: async ({ viewer, input: { change } }): Promise<CalendarFeedState> => {
    const secret = env().NEXTAUTH_SECRET;
    await COMMANDS[change](db(), { viewer, secret, now: new Date() });
    revalidatePath('/settings');
    return { status: change };
  },
  invalid: () => FAILED,
  failed: () => FAILED,
});
