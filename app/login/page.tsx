import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { rolesOf } from '@/components/auth/demo-roles';
import { SignIn } from '@/components/auth/sign-in';
import { SignInForms } from '@/components/auth/sign-in-forms';
import { safeNextPath } from '@/lib/auth/paths';
import { readViewer } from '@/lib/auth/viewer';
import { db } from '@/lib/db';
import { env } from '@/lib/env';
import { listDemoUsers } from '@/lib/users/queries';
import { signIn } from '../actions/sign-in';

export const metadata: Metadata = { title: 'Sign in' };

export default async function LoginPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>;
}) {
  const { next: asked } = await searchParams;
  const next = typeof asked === 'string' ? safeNextPath(asked) : null;
  if (await readViewer()) redirect(safeNextPath(next));
  if (!env().DEMO_SIGN_IN) return <SignIn forms={null} />;

  const users = await listDemoUsers(db());
  const demoLogins = users.map((user) => ({
    name: user.name,
    email: user.email,
    avatarUrl: user.avatarUrl,
    does: rolesOf(user),
  }));
  return <SignIn forms={<SignInForms signIn={signIn} next={next} demoLogins={demoLogins} />} />;
}
