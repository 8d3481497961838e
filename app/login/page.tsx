import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { rolesOf } from '@/components/auth/demo-roles';
import { SignIn, type SignInArrival } from '@/components/auth/sign-in';
import { SignInForms } from '@/components/auth/sign-in-forms';
import { loginPath, safeNextPath } from '@/lib/auth/paths';
import { isGoogleSignInEnabled } from '@/lib/auth/start-google-sign-in';
import { readViewer } from '@/lib/auth/viewer';
import { db } from '@/lib/db/client';
import { env } from '@/lib/env';
import { listDemoUsers } from '@/lib/users/queries';
import { signIn, signInWithGoogle } from '../actions/sign-in';
import { findMailer } from '../send-due-mail';
import { LinkPage } from './link-page';

/** The URL can contain a sign-in token, which must not reach other sites as a referrer. */
export const metadata: Metadata = { title: 'Sign in', referrer: 'same-origin' };

interface LoginPageProps {
  searchParams: Promise<
    Record<'next' | 'link' | 'error' | 'signed_out', string | string[] | undefined>
  >;
}

export default async function LoginPage({ searchParams }: LoginPageProps) {
  const asked = await searchParams;
  if (typeof asked.link === 'string') return <LinkPage link={asked.link} />;
  const next = typeof asked.next === 'string' ? safeNextPath(asked.next) : null;
  if (await readViewer()) redirect(safeNextPath(next));

  const methods = { demo: env().DEMO_SIGN_IN, link: findMailer() !== null };
  const isSetUp = methods.demo || methods.link || isGoogleSignInEnabled();
  const forms = (
    <SignInForms
      signIn={signIn}
      signInWithGoogle={isGoogleSignInEnabled() ? signInWithGoogle : null}
      next={next}
      again={loginPath(next)}
      methods={methods}
      demoLogins={methods.demo ? await listDemoLogins() : []}
    />
  );
  return <SignIn forms={isSetUp ? forms : null} arrival={arrivalOf(asked)} />;
}

function arrivalOf(asked: Awaited<LoginPageProps['searchParams']>): SignInArrival | undefined {
  if (asked.error !== undefined) return 'refused';
  return asked.signed_out === 'everywhere' ? 'signed-out-everywhere' : undefined;
}

async function listDemoLogins() {
  const users = await listDemoUsers(db());
  return users.map((user) => ({
    name: user.name,
    email: user.email,
    avatarUrl: user.avatarUrl,
    does: rolesOf(user),
  }));
}
