'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import type { SignInState } from '@/components/auth/sign-in-state';
import type { SignInWithLinkState } from '@/components/auth/sign-in-with-link';
import { consumeSignInLink } from '@/lib/auth/consume-sign-in-link';
import { SIGN_IN_LINK_MESSAGES, SIGN_IN_MESSAGES } from '@/lib/auth/messages';
import { safeNextPath } from '@/lib/auth/paths';
import { requestSignInLink } from '@/lib/auth/request-sign-in-link';
import { googleForm, signInForm, signInWithLinkForm } from '@/lib/auth/schema';
import { clearSessionCookie, setSessionCookie } from '@/lib/auth/session-cookie';
import { isGoogleSignInEnabled, startGoogleSignIn } from '@/lib/auth/start-google-sign-in';
import { db } from '@/lib/db/client';
import { env } from '@/lib/env';
import { definePublicAction, defineRedirectAction } from '@/lib/http/action';
import { UNEXPECTED_ERROR_MESSAGE } from '@/lib/http/messages';
import { isRateLimited } from '@/lib/http/rate-limits/is-rate-limited';
import { TOO_MANY_REQUESTS_MESSAGE } from '@/lib/http/rate-limits/messages';
import { findUserByEmail } from '@/lib/users/queries';

import { findMailer, sendMailAfterResponse } from '../send-due-mail';

const GOOGLE_FAILED_PATH = '/login?error=google';

/** Signs in at once on a demo server, otherwise emails a link. */
export const signIn = definePublicAction({
  name: 'signIn',
  schema: signInForm,
  run: async ({ input, form }): Promise<SignInState> => {
    const { email, how, next } = input;
    if (await isRateLimited('sign_in', email)) {
      return { email: typedEmail(form), error: TOO_MANY_REQUESTS_MESSAGE };
    }
    if (how === 'link' && findMailer()) {
      if (await isRateLimited('sign_in_link', email)) {
        return { email: typedEmail(form), error: SIGN_IN_MESSAGES.LINKS_SENT };
      }
      // The account is looked up after the response, so that timing does not reveal who has one.
      const request = { email, nextPath: next ? safeNextPath(next) : null, now: new Date() };
      const secret = env().NEXTAUTH_SECRET;
      sendMailAfterResponse(() => requestSignInLink(db(), { ...request, secret }));
      return { email, error: null, sentTo: typedEmail(form) };
    }
    const user = how === 'demo' && env().DEMO_SIGN_IN ? await findUserByEmail(db(), email) : null;
    if (!user) return { email: typedEmail(form), error: SIGN_IN_MESSAGES.SIGN_IN_REFUSED };
    await setSessionCookie(user);
    redirect(safeNextPath(next));
  },
  invalid: (form) => ({ email: typedEmail(form), error: SIGN_IN_MESSAGES.EMAIL_MALFORMED }),
  failed: (form) => ({ email: typedEmail(form), error: UNEXPECTED_ERROR_MESSAGE }),
});

function typedEmail(form: FormData): string {
  const email = form.get('email');
  return typeof email === 'string' ? email : '';
}

export const signInWithLink = definePublicAction({
  name: 'signInWithLink',
  schema: signInWithLinkForm,
  run: async ({ input }): Promise<SignInWithLinkState> => {
    if (await isRateLimited('sign_in', input.link)) return { error: TOO_MANY_REQUESTS_MESSAGE };
    const consumed = await consumeSignInLink(db(), { token: input.link, now: new Date() });
    if (!consumed) return { error: SIGN_IN_LINK_MESSAGES.LINK_SPENT };
    await setSessionCookie(consumed.user);
    redirect(safeNextPath(consumed.nextPath));
  },
  invalid: (): SignInWithLinkState => ({ error: SIGN_IN_LINK_MESSAGES.LINK_SPENT }),
  failed: (): SignInWithLinkState => ({ error: UNEXPECTED_ERROR_MESSAGE }),
});

export const signInWithGoogle = defineRedirectAction({
  name: 'signInWithGoogle',
  schema: googleForm,
  run: async ({ input }) => {
    const address = isGoogleSignInEnabled()
      ? await startGoogleSignIn(safeNextPath(input.next))
      : null;
    redirect(address ?? GOOGLE_FAILED_PATH);
  },
  invalid: () => redirect(GOOGLE_FAILED_PATH),
  failed: () => redirect(GOOGLE_FAILED_PATH),
});

/** Signs out on this device only. */
export const signOut = defineRedirectAction({
  name: 'signOut',
  schema: z.object({}),
  run: async () => {
    await clearSessionCookie();
    redirect('/');
  },
  invalid: () => redirect('/'),
  failed: () => redirect('/'),
});
