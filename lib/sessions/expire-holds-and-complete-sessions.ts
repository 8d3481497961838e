import { logError } from '@/lib/log';
import type { PrismaClient } from '@/prisma/client/client';

const AT_ONCE = 200;

interface Run {
  db: PrismaClient;
  clock: () => Date;
  /** No session is begun after it. */
  deadline: Date;
}

/** What time alone did to sessions: how many of each. */
export interface ClockReport {
  /** Holds that were not paid in time. */
  expired: number;
  /** Sessions that have ended. */
  completed: number;
  /** Sessions that could not be changed; the log says why. */
  failed: number;
}

// The database's clock decides what is due: a server whose own clock is wrong changes nothing early.
// Somebody may have paid, moved or cancelled a session meanwhile; then it is not due any more.
const CHANGES = {
  expired: {
    listDue: (db: PrismaClient) => db.$queryRaw<{ id: string }[]>`
      SELECT id FROM sessions WHERE status = 'pending_payment' AND hold_expires_at <= database_now()
      ORDER BY hold_expires_at LIMIT ${AT_ONCE}`,
    apply: (db: PrismaClient, id: string) => db.$executeRaw`
      UPDATE sessions SET status = 'expired'
      WHERE id = ${id}::uuid AND status = 'pending_payment' AND hold_expires_at <= database_now()`,
  },
  completed: {
    listDue: (db: PrismaClient) => db.$queryRaw<{ id: string }[]>`
      SELECT id FROM sessions WHERE status = 'scheduled' AND scheduled_end <= database_now()
      ORDER BY scheduled_end LIMIT ${AT_ONCE}`,
    apply: (db: PrismaClient, id: string) => db.$executeRaw`
      UPDATE sessions SET status = 'completed'
      WHERE id = ${id}::uuid AND status = 'scheduled' AND scheduled_end <= database_now()`,
  },
};

type Change = keyof typeof CHANGES;

/**
 * Expires the holds that have run out and completes the sessions that have ended, two hundred of each
 * at most, oldest first. The events name no person. What follows from a change the database does with
 * it: the claims of a hold go, and mails that are no longer true are voided.
 */
export async function expireHoldsAndCompleteSessions(run: Run): Promise<ClockReport> {
  const report: ClockReport = { expired: 0, completed: 0, failed: 0 };
  for (const change of ['expired', 'completed'] as const) {
    for (const { id } of await CHANGES[change].listDue(run.db)) {
      if (run.clock() >= run.deadline) return report;
      const outcome = await advance(run.db, id, change);
      if (outcome) report[outcome] += 1;
    }
  }
  return report;
}

/** One session by itself: one that cannot be changed keeps no other back. Null when it was done already. */
async function advance(
  db: PrismaClient,
  id: string,
  change: Change,
): Promise<keyof ClockReport | null> {
  try {
    const count = await CHANGES[change].apply(db, id);
    return count === 1 ? change : null;
  } catch (error) {
    logError('session clock', error, { tutoringSession: id, change });
    return 'failed';
  }
}
