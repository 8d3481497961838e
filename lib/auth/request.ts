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

/** The network address that a request comes from. */
export function addressOf(headers: Headers): string {
  return clientIn(headers.get('x-forwarded-for') ?? '', env().TRUSTED_PROXIES);
}

/**
 * The client in an `X-Forwarded-For`, of which only the end is believed: the connection's own address
 * (lib/incoming.ts), and what each of so many proxies of ours has put before it. Whatever stands further
 * left, anybody may have written.
 */
export function clientIn(forwardedFor: string, trustedProxies: number): string {
  const chain = forwardedFor.split(',').map((part) => part.trim());
  return chain.at(-1 - trustedProxies) ?? chain[0] ?? '';
}
