import type { PrismaClient } from '@/prisma/client/client';
import { fillDatabase } from '@/scripts/fill/fill-database';
import { planFill } from '@/scripts/fill/fill-plan';
import { findPeople, type People } from '@/scripts/time/people';

const SESSIONS = 10_000;

/** More rows than any page shows, and fewer than any table that grows has, or a long history: 330 sessions. */
export const MANY_ROWS = 180;

/** Fills this worker's database, which must be empty, and names people in it to look at. */
export async function fillTestDatabase(db: PrismaClient): Promise<People> {
  await fillDatabase(process.env.DIRECT_DATABASE_URL ?? '', planFill(SESSIONS));
  return findPeople(db);
}
