import { hashToken } from '@/lib/auth/tokens';
import type { PrismaClient } from '@/prisma/client/client';
import { feedToken } from './feed-address';

interface FeedRequest {
  viewer: { id: string };
  /** NEXTAUTH_SECRET. */
  secret: string;
  now: Date;
}

/** Creates the viewer's feed. An existing one is kept, so that submitting the form twice is harmless. */
export async function createCalendarFeed(db: PrismaClient, request: FeedRequest): Promise<void> {
  const userId = request.viewer.id;
  const create = { userId, ...(await newFeed(db, request)) };
  await db.calendarFeed.upsert({ where: { userId }, create, update: {} });
}

/** Gives the viewer's feed a new URL. The old one stops working. */
export async function replaceCalendarFeed(db: PrismaClient, request: FeedRequest): Promise<void> {
  const userId = request.viewer.id;
  const feed = await newFeed(db, request);
  await db.calendarFeed.upsert({ where: { userId }, create: { userId, ...feed }, update: feed });
}

export async function removeCalendarFeed(
  db: PrismaClient,
  { viewer }: { viewer: { id: string } },
): Promise<void> {
  await db.calendarFeed.deleteMany({ where: { userId: viewer.id } });
}

async function newFeed(db: PrismaClient, { secret, now }: FeedRequest) {
  const [made] = await db.$queryRaw<{ id: string }[]>`SELECT uuidv7() AS id`;
  if (!made) throw new Error('The database made no id.');
  return { id: made.id, tokenHash: hashToken(feedToken(secret, made.id)), createdAt: now };
}
