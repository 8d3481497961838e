import type { PrismaClient } from '@/prisma/client/client';

const VIEWER_FIELDS = {
  id: true,
  name: true,
  email: true,
  avatarUrl: true,
  timezone: true,
} as const;

/** Who is signed in, as every page and action knows them. `timezone` is null until it is chosen. */
export interface Viewer {
  id: string;
  name: string;
  email: string;
  avatarUrl: string | null;
  timezone: string | null;
}

export async function findViewer(db: PrismaClient, userId: string): Promise<Viewer | null> {
  return db.user.findUnique({ where: { id: userId }, select: VIEWER_FIELDS });
}

/** The person with this address, whatever its letter case. */
export async function findUserByEmail(db: PrismaClient, email: string): Promise<Viewer | null> {
  return db.user.findUnique({
    where: { email: email.trim().toLowerCase() },
    select: VIEWER_FIELDS,
  });
}
