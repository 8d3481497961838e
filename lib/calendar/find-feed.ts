import { hashToken } from '@/lib/auth/tokens';
import type { PrismaClient } from '@/prisma/client/client';
import type { CalendarFeed } from './feed-address';

export async function findCalendarFeed(
  db: PrismaClient,
  viewer: { id: string },
): Promise<CalendarFeed | null> {
  return db.calendarFeed.findUnique({
    where: { userId: viewer.id },
    select: { id: true, tokenHash: true },
  });
}

/** The owner of the feed with this token; null if it is unknown or was replaced. */
export async function findFeedOwner(
  db: PrismaClient,
  token: string,
): Promise<{ id: string; name: string; email: string } | null> {
  const feed = await db.calendarFeed.findUnique({
    where: { tokenHash: hashToken(token) },
    select: { user: { select: { id: true, name: true, email: true } } },
  });
  return feed?.user ?? null;
}
