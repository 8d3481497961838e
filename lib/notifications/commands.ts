import { logError } from '@/lib/log';
import type { SendMail } from '@/lib/mail/commands';
import type { MailOutcome } from '@/lib/mail/rules';
import type { Prisma, PrismaClient } from '@/prisma/client/client';
import { composeMail, type Site } from './messages';
import { readMailFacts } from './queries';
import {
  isStillTrue,
  type MailFacts,
  mayHaveBeenForgotten,
  nextAttempt,
  templateOf,
} from './rules';

// Longer than a mail can take: whoever holds one longer is dead.
const LEASE_MS = 60_000;
/** What one mail may take, with what is written before and after it. */
const ONE_MAIL_MS = 10_000;
const LANES = 4;

export interface Dispatch {
  db: PrismaClient;
  send: SendMail;
  site: Site;
  clock: () => Date;
  /** No mail is begun that might not be done by then. */
  deadline: Date;
  /** In [0, 1), as `Math.random` gives it. */
  random: () => number;
  /** How many mails are taken at most. */
  limit: number;
}

/** What became of the mails that were due: how many of each. */
export interface DispatchReport {
  sent: number;
  /** No longer true when it was their turn. */
  voided: number;
  /** Tried again later. */
  retried: number;
  /** Given up, with their error. */
  failed: number;
}

interface Claimed {
  id: string;
  attempts: number;
  firstAttemptedAt: Date;
  /** Nobody else takes it before; also what tells our claim from a later one. */
  leasedUntil: Date;
}

/**
 * Sends the mails that are due, oldest first, four at a time. Any number of dispatchers may run at once,
 * and each may be killed at any moment: a mail it had in hand is taken again a minute later, under the
 * same key. Stops when none is due, at the limit, near the deadline, or when Resend says it is too much.
 */
export async function dispatchDueMail(dispatch: Dispatch): Promise<DispatchReport> {
  const report: DispatchReport = { sent: 0, voided: 0, retried: 0, failed: 0 };
  let left = dispatch.limit;
  let isOverrun = false;
  const lane = async () => {
    while (left > 0 && !isOverrun && hasTime(dispatch)) {
      left -= 1;
      const claimed = await claimNext(dispatch.db, dispatch.clock());
      if (!claimed) return;
      const { outcome, overrun } = await deliver(dispatch, claimed);
      report[outcome] += 1;
      isOverrun ||= overrun;
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return report;
}

function hasTime({ clock, deadline }: Dispatch): boolean {
  return clock().getTime() + ONE_MAIL_MS <= deadline.getTime();
}

/** Takes one due mail for a minute, in a transaction that is over before anything is sent. */
async function claimNext(db: PrismaClient, now: Date): Promise<Claimed | null> {
  const leasedUntil = new Date(now.getTime() + LEASE_MS);
  const [claimed] = await db.$queryRaw<Omit<Claimed, 'leasedUntil'>[]>`
    UPDATE notifications
    SET next_attempt_at = ${leasedUntil}::timestamptz,
        first_attempted_at = coalesce(first_attempted_at, ${now}::timestamptz)
    WHERE id = (
      SELECT id FROM notifications
      WHERE status = 'pending' AND due_at <= ${now}::timestamptz
        AND (next_attempt_at IS NULL OR next_attempt_at <= ${now}::timestamptz)
      ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id, attempts, first_attempted_at AS "firstAttemptedAt"`;
  return claimed ? { ...claimed, leasedUntil } : null;
}

interface Delivered {
  outcome: keyof DispatchReport;
  overrun: boolean;
}

async function deliver(dispatch: Dispatch, claimed: Claimed): Promise<Delivered> {
  const { db, clock } = dispatch;
  const facts = await readMailFacts(db, claimed.id);
  const now = clock().getTime();
  if (!isStillTrue(facts, now)) {
    await settle(db, claimed, { status: 'voided' });
    return { outcome: 'voided', overrun: false };
  }
  if (mayHaveBeenForgotten(claimed.firstAttemptedAt.getTime(), now)) {
    const lastError =
      'First tried a day ago, outcome unknown: it may have been sent. Not sent again.';
    await settle(db, claimed, { status: 'failed', lastError });
    return { outcome: 'failed', overrun: false };
  }
  return record(dispatch, claimed, await attempt(dispatch, facts));
}

/** Sends one mail. What breaks on our side counts as a failure of this mail and keeps no other back. */
async function attempt({ send, site }: Dispatch, facts: MailFacts): Promise<MailOutcome> {
  const { id, kind, recipient } = facts;
  try {
    const content = composeMail(facts, site);
    return await send({ ...content, to: recipient.email, key: id, template: templateOf(kind) });
  } catch (error) {
    logError('mail', error, { notification: id });
    const reason = error instanceof Error ? error.message : String(error);
    return { outcome: 'failed', error: reason, retryAfterMs: 0, isOverrun: false };
  }
}

async function record(
  { db, clock, random }: Dispatch,
  claimed: Claimed,
  answer: MailOutcome,
): Promise<Delivered> {
  const now = clock();
  if (answer.outcome === 'accepted') {
    const { messageId } = answer;
    await settle(db, claimed, { status: 'sent', sentAt: now, messageId, lastError: null });
    return { outcome: 'sent', overrun: false };
  }
  const failures = claimed.attempts + 1;
  const failure = { attempts: failures, lastError: answer.error };
  const retryAfterMs = answer.outcome === 'failed' ? answer.retryAfterMs : 0;
  const next = nextAttempt({ failures, now: now.getTime(), random: random(), retryAfterMs });
  const overrun = answer.outcome === 'failed' && answer.isOverrun;
  if (answer.outcome === 'refused' || next === null) {
    await settle(db, claimed, { ...failure, status: 'failed' });
    return { outcome: 'failed', overrun };
  }
  await settle(db, claimed, { ...failure, nextAttemptAt: new Date(next) });
  return { outcome: 'retried', overrun };
}

/**
 * Writes what became of a mail, unless its claim has passed to somebody else. A mail that was voided
 * while it was on its way has been sent all the same.
 */
async function settle(
  db: PrismaClient,
  { id, leasedUntil }: Claimed,
  data: Prisma.NotificationUpdateManyMutationInput,
): Promise<void> {
  const holds = data.status === 'sent' ? (['pending', 'voided'] as const) : (['pending'] as const);
  await db.notification.updateMany({
    where: { id, nextAttemptAt: leasedUntil, status: { in: [...holds] } },
    data,
  });
}
