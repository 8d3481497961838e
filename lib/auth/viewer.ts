import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { NextRequest } from 'next/server';
import { cache } from 'react';
import { env } from '@/lib/env';
import type { Viewer } from '@/lib/users/queries';
import { findRequestViewer } from './find-request-viewer';
import { loginPath, PATH_HEADER } from './paths';

/** Who is signed in, or null. Read once per request. */
export const readViewer = cache(async (): Promise<Viewer | null> => {
  const cookie = (await cookies()).toString();
  return findRequestViewer(new NextRequest(env().NEXTAUTH_URL, { headers: { cookie } }));
});

/** Who is signed in. Anyone else goes to the sign-in page, and from there back to where they were. */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await readViewer();
  if (viewer) return viewer;
  redirect(loginPath((await headers()).get(PATH_HEADER)));
}
