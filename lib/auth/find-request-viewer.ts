import type { NextRequest } from 'next/server';
import { getToken } from 'next-auth/jwt';
import { db } from '@/lib/db/client';
import { isUuid } from '@/lib/db/ids';
import { env } from '@/lib/env';
import { findViewer, type Viewer } from '@/lib/users/queries';

/** Who sends this request, by its cookie or its bearer token, or null when nobody is signed in. */
export async function findRequestViewer(request: NextRequest): Promise<Viewer | null> {
  const token = await getToken({ req: request, secret: env().NEXTAUTH_SECRET });
  return token?.sub && isUuid(token.sub) ? findViewer(db(), token.sub) : null;
}
