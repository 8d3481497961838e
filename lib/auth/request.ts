import type { NextRequest } from 'next/server';
import { getToken } from 'next-auth/jwt';
import { db } from '@/lib/db';
import { env } from '@/lib/env';
import { isUuid } from '@/lib/ids';
import { findViewer, type Viewer } from '@/lib/users/queries';

/** Who sends this request to the HTTP API, or null when nobody is signed in. */
export async function findRequestViewer(request: NextRequest): Promise<Viewer | null> {
  const token = await getToken({ req: request, secret: env().NEXTAUTH_SECRET });
  return token?.sub && isUuid(token.sub) ? findViewer(db(), token.sub) : null;
}

/**
 * The network address that a request comes from. Of `X-Forwarded-For` only the end is believed: the
 * connection's own address (lib/incoming.ts) and what the proxies in front, TRUSTED_PROXIES of
 * them, have each put before it. Whatever stands further left, anybody may have written.
 */
export function addressOf(headers: Headers): string {
  const chain = (headers.get('x-forwarded-for') ?? '').split(',').map((part) => part.trim());
  return chain.at(-1 - env().TRUSTED_PROXIES) ?? chain[0] ?? '';
}
