import { createHmac } from 'node:crypto';
import { hashToken } from '@/lib/auth/tokens';

/** What is kept of a feed. */
export interface CalendarFeed {
  id: string;
  tokenHash: Uint8Array;
}

/**
 * The token in a feed's address, of 256 bits. It follows from the feed's id and the server's secret, so
 * that settings can show the address again although the token is stored nowhere.
 */
export function feedToken(secret: string, feedId: string): string {
  return createHmac('sha256', secret).update(`calendar-feed ${feedId}`).digest('base64url');
}

/**
 * The same of a feed that there is; null when the server's secret has changed since. The address that
 * people subscribed to then still works, but nobody can tell what it was.
 */
export function knownToken(secret: string, { id, tokenHash }: CalendarFeed): string | null {
  const token = feedToken(secret, id);
  return Buffer.from(hashToken(token)).equals(tokenHash) ? token : null;
}

function feedPath(token: string): string {
  return `/api/calendar/${token}.ics`;
}

/** Where a feed is: for calendars on a device, and for Google's. */
export function feedLinks(token: string, siteUrl: string): { webcal: string; google: string } {
  const webcal = new URL(feedPath(token), siteUrl).href.replace(/^https?:/, 'webcal:');
  const query = new URLSearchParams({ cid: webcal });
  return { webcal, google: `https://calendar.google.com/calendar/render?${query}` };
}
