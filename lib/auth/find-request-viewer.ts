import type { NextRequest } from 'next/server';
import { getToken, type JWT } from 'next-auth/jwt';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import { env } from '@/lib/env';
import { findViewer, type Viewer } from '@/lib/users/queries';

/** The viewer, by session cookie or bearer token; null when signed out. */
export async function findRequestViewer(request: NextRequest): Promise<Viewer | null> {
  return findTokenViewer(await getToken({ req: request, secret: env().NEXTAUTH_SECRET }));
}

const signIn = z.object({ sub: z.guid(), sessionVersion: z.int32().optional() });

/** The user of a session token; null if the person has signed out everywhere since. */
export async function findTokenViewer(token: JWT | null): Promise<Viewer | null> {
  const parsed = signIn.safeParse(token);
  return parsed.success ? findViewer(db(), parsed.data.sub, parsed.data.sessionVersion) : null;
}
