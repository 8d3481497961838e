import { logError } from '@/lib/log';
import type { PrismaClient } from '@/prisma/client/client';

const BATCH_SIZE = 200;

interface Run {
  db: PrismaClient;
  clock: () => Date;
  /** No session is changed after it. */
  deadline: Date;
}

/** The number of sessions by outcome. */
export interface ClockReport {
  /** Lapsed holds. */
  expired: number;
  /** Sessions that have ended. */
  completed: number;
  /** Sessions that could not be changed; the errors are logged. */
  failed: number;
}

// The database's clock decides what is due, because a server's clock may be wrong. Each update repeats
// the conditions, because the session may have been paid, moved or cancelled in the meantime.
const CHANGES = {
  expired: {
    listDue: (db: PrismaClient) => db.$queryRaw<{ id: string }[]>`
      SELECT id FROM sessions WHERE status = 'pending_payment' AND hold_expires_at <= database_now()
      ORDER BY hold_expires_at LIMIT ${BATCH_SIZE}`,
    apply: (db: PrismaClient, id: string) => db.$executeRaw`
      UPDATE sessions SET status = 'expired'
      WHERE id = ${id}::uuid AND status = 'pending_payment' AND hold_expires_at <= database_now()`,
  },
  completed: {
    listDue: (db: PrismaClient) => db.$queryRaw<{ id: string }[]>`
      SELECT id FROM sessions WHERE status = 'scheduled' AND scheduled_end <= database_now()
      ORDER BY scheduled_end LIMIT ${BATCH_SIZE}`,
    apply: (db: PrismaClient, id: string) => db.$executeRaw`
      UPDATE sessions SET status = 'completed'
      WHERE id = ${id}::uuid AND status = 'scheduled' AND scheduled_end <= database_now()`,
  },
};

type Change = keyof typeof CHANGES;

/**
 * Expires lapsed holds and completes sessions that have ended, at most 200 of each, oldest first. The
 * session events have no actor. Triggers release the claims and void outdated notifications.
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

/** Changes one session, so that an error affects no other. Null if it was no longer due. */
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
