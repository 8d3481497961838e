'use server';

import { redirect } from 'next/navigation';
import type { SignInState } from '@/components/auth/sign-in-state';
import { definePublicAction } from '@/lib/action';
import { isTooMuch } from '@/lib/auth/limit';
import { safeNextPath } from '@/lib/auth/paths';
import { endSignedIn, startSignedIn } from '@/lib/auth/sign-in';
import { db } from '@/lib/db';
import { env } from '@/lib/env';
import { TOO_MANY_REQUESTS_MESSAGE } from '@/lib/rate-limits/messages';
import { SIGN_IN_MESSAGES } from '@/lib/users/messages';
import { findUserByEmail } from '@/lib/users/queries';
import { signInForm } from '@/lib/users/schema';

/** Signs in by address alone, where the demo allows that, and goes on to where the person was going. */
export const signIn = definePublicAction({
  name: 'signIn',
  schema: signInForm,
  run: async ({ input, form }): Promise<SignInState> => {
    if (await isTooMuch('sign_in', input.email)) {
      return { email: typedEmail(form), error: TOO_MANY_REQUESTS_MESSAGE };
    }
    const user = env().DEMO_SIGN_IN ? await findUserByEmail(db(), input.email) : null;
    if (!user) return { email: typedEmail(form), error: SIGN_IN_MESSAGES.SIGN_IN_REFUSED };
    await startSignedIn(user);
    redirect(safeNextPath(input.next));
  },
  invalid: (form) => ({ email: typedEmail(form), error: SIGN_IN_MESSAGES.EMAIL_MALFORMED }),
  failed: (form) => ({ email: typedEmail(form), error: SIGN_IN_MESSAGES.SIGN_IN_FAILED }),
});

function typedEmail(form: FormData): string {
  const email = form.get('email');
  return typeof email === 'string' ? email : '';
}

/** Signs out on this device. */
export async function signOut(): Promise<void> {
  await endSignedIn();
  redirect('/');
}
