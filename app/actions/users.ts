'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import type { SignOutState } from '@/components/settings/sign-out-everywhere';
import type { TimeZoneState } from '@/components/settings/time-zone-state';
import { SIGNED_OUT_EVERYWHERE_PATH } from '@/lib/auth/paths';
import { clearSessionCookie } from '@/lib/auth/session-cookie';
import { db } from '@/lib/db/client';
import { defineAction } from '@/lib/http/action';
import { changeTimeZone } from '@/lib/users/change-time-zone';
import {
  CHANGE_TIME_ZONE_FAILED_MESSAGE,
  CHANGE_TIME_ZONE_MESSAGES,
  SIGN_OUT_EVERYWHERE_FAILED_MESSAGE,
} from '@/lib/users/messages';
import { changeTimeZoneForm } from '@/lib/users/schema';
import * as users from '@/lib/users/sign-out-everywhere';

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

const SIGN_OUT_FAILED = { error: SIGN_OUT_EVERYWHERE_FAILED_MESSAGE };

/** Signs the viewer out on every device, this one included. */
export const signOutEverywhere = defineAction({
  name: 'signOutEverywhere',
  schema: z.object({}),
  run: async ({ viewer }): Promise<SignOutState> => {
    await users.signOutEverywhere(db(), { viewer });
    await clearSessionCookie();
    redirect(SIGNED_OUT_EVERYWHERE_PATH);
  },
  invalid: () => SIGN_OUT_FAILED,
  failed: () => SIGN_OUT_FAILED,
});

function refused(timeZone: string, message: string): TimeZoneState {
  return { status: 'refused', timeZone, message };
}

function chosenZone(form: FormData): string {
  const zone = form.get('time_zone');
  return typeof zone === 'string' ? zone : '';
}
