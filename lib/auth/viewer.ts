import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { getServerSession } from 'next-auth';
import { cache } from 'react';
import { db } from '@/lib/db/client';
import { findViewer, type Viewer } from '@/lib/users/queries';
import { authOptions } from './next-auth-options';
import { loginPath, PATH_HEADER } from './paths';

/** Who is signed in, or null. Read once per request. */
export const readViewer = cache(async (): Promise<Viewer | null> => {
  const signedIn: unknown = await getServerSession(authOptions());
  const userId = userIdOf(signedIn);
  return userId === null ? null : findViewer(db(), userId);
});

/** Who is signed in. Anyone else goes to the sign-in page, and from there back to where they were. */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await readViewer();
  if (viewer) return viewer;
  redirect(loginPath((await headers()).get(PATH_HEADER)));
}

function userIdOf(signedIn: unknown): string | null {
  if (typeof signedIn !== 'object' || signedIn === null || !('userId' in signedIn)) return null;
  return typeof signedIn.userId === 'string' ? signedIn.userId : null;
}
