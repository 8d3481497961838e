import { createHmac } from 'node:crypto';
import { hashToken } from '@/lib/auth/tokens';

/** A feed as stored. */
export interface CalendarFeed {
  id: string;
  tokenHash: Uint8Array;
}

/**
 * The token in a feed's address, of 256 bits. It is derived from the feed's id and the server's secret, so
 * that the settings page can show the address again although the token is not stored.
 */
export function feedToken(secret: string, feedId: string): string {
  return createHmac('sha256', secret).update(`calendar-feed ${feedId}`).digest('base64url');
}

/**
 * Derives the token of an existing feed again; null if the server's secret has changed since. The address
 * then still works for those who subscribed, but it can't be shown again.
 */
export function recoverFeedToken(secret: string, { id, tokenHash }: CalendarFeed): string | null {
  const token = feedToken(secret, id);
  return Buffer.from(hashToken(token)).equals(tokenHash) ? token : null;
}

function feedPath(token: string): string {
  return `/api/calendar/${token}.ics`;
}

/** The feed's addresses: for calendars on a device, and for Google Calendar. */
export function feedLinks(token: string, siteUrl: string): { webcal: string; google: string } {
  const webcal = new URL(feedPath(token), siteUrl).href.replace(/^https?:/, 'webcal:');
  const query = new URLSearchParams({ cid: webcal });
  return { webcal, google: `https://calendar.google.com/calendar/render?${query}` };
}
