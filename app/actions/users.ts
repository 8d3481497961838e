'use server';

import { revalidatePath } from 'next/cache';
import type { TimeZoneState } from '@/components/settings/time-zone-state';
import { db } from '@/lib/db/client';
import { defineAction } from '@/lib/http/action';
import { changeTimeZone } from '@/lib/users/change-time-zone';
import { CHANGE_TIME_ZONE_FAILED_MESSAGE, CHANGE_TIME_ZONE_MESSAGES } from '@/lib/users/messages';
import { changeTimeZoneForm } from '@/lib/users/schema';

/** Sets the zone that the viewer reads every time in. */
export const saveTimeZone = defineAction({
  name: 'saveTimeZone',
  schema: changeTimeZoneForm,
  run: async ({ viewer, input }): Promise<TimeZoneState> => {
    const timeZone = input.time_zone;
    const outcome = await changeTimeZone(db(), { viewer, timeZone });
    if (!outcome.ok) return refused(timeZone, CHANGE_TIME_ZONE_MESSAGES[outcome.code]);
    revalidatePath('/', 'layout');
    return { status: 'saved', timeZone };
  },
  invalid: (form) => refused(chosenZone(form), CHANGE_TIME_ZONE_MESSAGES.TIME_ZONE_UNKNOWN),
  failed: (form) => refused(chosenZone(form), CHANGE_TIME_ZONE_FAILED_MESSAGE),
});

function refused(timeZone: string, message: string): TimeZoneState {
  return { status: 'refused', timeZone, message };
}

function chosenZone(form: FormData): string {
  const zone = form.get('time_zone');
  return typeof zone === 'string' ? zone : '';
}
