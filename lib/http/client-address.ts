import { env } from '@/lib/env';

/** The IP address of the client. */
export function clientAddress(headers: Headers): string {
  return clientInForwardedFor(headers.get('x-forwarded-for') ?? '', env().TRUSTED_PROXIES);
}

/**
 * The client's address in `X-Forwarded-For`. Only the last entries are trusted: the address of the
 * connection (see server/normalize-request.ts), and one entry per trusted proxy. A client can forge the rest.
 */
export function clientInForwardedFor(forwardedFor: string, trustedProxies: number): string {
  const chain = forwardedFor.split(',').map((part) => part.trim());
  return chain.at(-1 - trustedProxies) ?? chain[0] ?? '';
}
