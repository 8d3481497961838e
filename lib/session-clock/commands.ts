import { actAs } from '@/lib/acting';
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

const CHANGES = {
  expired: {
    when: (now: Date) => ({ status: 'pending_payment' as const, holdExpiresAt: { lte: now } }),
    orderBy: { holdExpiresAt: 'asc' as const },
  },
  completed: {
    when: (now: Date) => ({ status: 'scheduled' as const, scheduledEnd: { lte: now } }),
    orderBy: { scheduledEnd: 'asc' as const },
  },
};

/**
 * Expires the holds that have run out and completes the sessions that have ended, two hundred of each
 * at most, oldest first. The events name no person. What follows from a change the database does with
 * it: claims go, and mails that are no longer true are voided.
 */
export async function advanceSessions(run: Run): Promise<ClockReport> {
  const report: ClockReport = { expired: 0, completed: 0, failed: 0 };
  for (const change of ['expired', 'completed'] as const) {
    for (const id of await listDue(run, change)) {
      if (run.clock() >= run.deadline) return report;
      const outcome = await advance(run, id, change);
      if (outcome) report[outcome] += 1;
    }
  }
  return report;
}

async function listDue({ db, clock }: Run, change: keyof typeof CHANGES): Promise<string[]> {
  const { when, orderBy } = CHANGES[change];
  const due = await db.tutoringSession.findMany({
    where: when(clock()),
    orderBy,
    take: AT_ONCE,
    select: { id: true },
  });
  return due.map(({ id }) => id);
}

/** One session by itself: one that cannot be changed keeps no other back. Null when it was done already. */
async function advance(
  { db, clock }: Run,
  id: string,
  change: keyof typeof CHANGES,
): Promise<keyof ClockReport | null> {
  const now = clock();
  try {
    const { count } = await db.$transaction(async (tx) => {
      await actAs(tx, { actorId: null, now });
      // Somebody may have paid, moved or cancelled it meanwhile; then it is not due any more.
      return tx.tutoringSession.updateMany({
        where: { id, ...CHANGES[change].when(now) },
        data: { status: change },
      });
    });
    return count === 1 ? change : null;
  } catch (error) {
    logError('session clock', error, { tutoringSession: id, change });
    return 'failed';
  }
}
