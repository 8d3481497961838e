'use server';

import { revalidatePath } from 'next/cache';
import type { CalendarFeedState } from '@/components/settings/calendar-feed-state';
import {
  createCalendarFeed,
  removeCalendarFeed,
  replaceCalendarFeed,
} from '@/lib/calendar/change-feed';
import { CALENDAR_FEED_FAILED_MESSAGE } from '@/lib/calendar/messages';
import { calendarFeedForm } from '@/lib/calendar/schema';
import { db } from '@/lib/db/client';
import { env } from '@/lib/env';
import { defineAction } from '@/lib/http/action';

const COMMANDS = {
  create: createCalendarFeed,
  replace: replaceCalendarFeed,
  remove: removeCalendarFeed,
} as const;

const FAILED = { status: 'failed', message: CALENDAR_FEED_FAILED_MESSAGE } as const;

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
