import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { NextRequest } from 'next/server';
import { cache } from 'react';
import { env } from '@/lib/env';
import type { Viewer } from '@/lib/users/queries';
import { findRequestViewer } from './find-request-viewer';
import { loginPath, PATH_HEADER } from './paths';

/** The viewer, or null when signed out. Read once per request. */
export const readViewer = cache(async (): Promise<Viewer | null> => {
  const cookie = (await cookies()).toString();
  if (!cookie) return null;
  return findRequestViewer(new NextRequest(env().NEXTAUTH_URL, { headers: { cookie } }));
});

/** The viewer. Redirects to sign-in and back when signed out. */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await readViewer();
  if (viewer) return viewer;
  redirect(loginPath((await headers()).get(PATH_HEADER)));
}
