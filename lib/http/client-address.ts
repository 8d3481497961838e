import { env } from '@/lib/env';

/** The network address that a request comes from. */
export function clientAddress(headers: Headers): string {
  return clientInForwardedFor(headers.get('x-forwarded-for') ?? '', env().TRUSTED_PROXIES);
}

/**
 * The client in an `X-Forwarded-For`, of which only the end is believed: the connection's own address
 * (lib/incoming.ts), and what each of so many proxies of ours has put before it. Whatever stands further
 * left, anybody may have written.
 */
export function clientInForwardedFor(forwardedFor: string, trustedProxies: number): string {
  const chain = forwardedFor.split(',').map((part) => part.trim());
  return chain.at(-1 - trustedProxies) ?? chain[0] ?? '';
}
