import { logError } from '@/lib/log';
import type { NotificationStatus, PrismaClient } from '@/prisma/client/client';
import { composeMail, type Site } from './compose';
import { decideMail } from './decide';
import { type MailFacts, type MailTemplate, templateName } from './facts';
import { readMailFacts } from './read-facts';
import type { MailOutcome } from './resend-answer';
import type { SendMail } from './resend-client';
import { isIdempotencyKeyExpired, nextAttempt } from './retry';

// Longer than a mail can take: a dispatcher that holds one longer is dead.
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
  /** Once it is aborted no further mail is begun; those that were begun are finished. */
  signal?: AbortSignal;
}

/** What became of the mails that were due: how many of each. */
export interface DispatchReport {
  sent: number;
  /** No longer true, or nothing new, when it was their turn. */
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
  /** The database's time. Our own clock only tells how long ago we asked, so it may be wrong. */
  now: () => number;
}

/**
 * Sends the mails that are due, oldest first, four at a time. Any number of dispatchers may run at once,
 * and each may be killed at any moment: a mail it had in hand is taken again a minute later, under the
 * same key. Stops when none is due, at the limit, near the deadline, when told to, or when Resend says it
 * is too much.
 */
export async function dispatchDueMail(dispatch: Dispatch): Promise<DispatchReport> {
  const report: DispatchReport = { sent: 0, voided: 0, retried: 0, failed: 0 };
  let left = dispatch.limit;
  let isOverrun = false;
  const lane = async () => {
    while (left > 0 && !isOverrun && mayBegin(dispatch)) {
      left -= 1;
      const claimed = await claimNext(dispatch);
      if (!claimed) return;
      const { outcome, overrun } = await deliver(dispatch, claimed);
      report[outcome] += 1;
      isOverrun ||= overrun;
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return report;
}

function mayBegin({ clock, deadline, signal }: Dispatch): boolean {
  return !signal?.aborted && clock().getTime() + ONE_MAIL_MS <= deadline.getTime();
}

/** Takes one due mail for a minute, in a transaction that is over before anything is sent. */
async function claimNext({ db, clock }: Dispatch): Promise<Claimed | null> {
  const [claimed] = await db.$queryRaw<Omit<Claimed, 'now'>[]>`
    SELECT id, attempts, first_attempted_at AS "firstAttemptedAt", leased_until AS "leasedUntil"
    FROM lease_notification(make_interval(secs => ${LEASE_MS / 1_000}))`;
  if (!claimed) return null;
  const leasedAt = claimed.leasedUntil.getTime() - LEASE_MS;
  const answeredAt = clock().getTime();
  return { ...claimed, now: () => leasedAt + clock().getTime() - answeredAt };
}

/** What became of one mail. */
interface Delivery {
  status: NotificationStatus;
  attempts?: number;
  messageId?: string | null;
  lastError?: string;
  retryAt?: Date;
}

interface Delivered {
  outcome: keyof DispatchReport;
  overrun: boolean;
}

async function deliver(dispatch: Dispatch, claimed: Claimed): Promise<Delivered> {
  const { db, clock } = dispatch;
  const facts = await readMailFacts(db, claimed.id);
  // A link to sign in is made, and ends, by the server's own clock.
  const now = facts.signInLink ? clock().getTime() : claimed.now();
  const template = decideMail(facts, now);
  if (!template) {
    await settle(db, claimed, { status: 'voided' });
    return { outcome: 'voided', overrun: false };
  }
  if (isIdempotencyKeyExpired(claimed.firstAttemptedAt.getTime(), claimed.now())) {
    const lastError =
      'First tried a day ago, outcome unknown: it may have been sent. Not sent again.';
    await settle(db, claimed, { status: 'failed', lastError });
    return { outcome: 'failed', overrun: false };
  }
  return record(dispatch, claimed, await attempt(dispatch, facts, template));
}

/** Sends one mail. What breaks on our side counts as a failure of this mail and keeps no other back. */
async function attempt(
  { send, site }: Dispatch,
  facts: MailFacts,
  template: MailTemplate,
): Promise<MailOutcome> {
  const { id, recipient } = facts;
  try {
    const content = composeMail(facts, template, site);
    const address = { to: recipient.email, key: id, template: templateName(template) };
    return await send({ ...content, ...address });
  } catch (error) {
    logError('mail', error, { notification: id });
    const reason = error instanceof Error ? error.message : String(error);
    return { outcome: 'failed', error: reason, retryAfterMs: 0, isOverrun: false };
  }
}

async function record(
  { db, random }: Dispatch,
  claimed: Claimed,
  answer: MailOutcome,
): Promise<Delivered> {
  if (answer.outcome === 'accepted') {
    await settle(db, claimed, { status: 'sent', messageId: answer.messageId });
    return { outcome: 'sent', overrun: false };
  }
  const failures = claimed.attempts + 1;
  const failure = { attempts: failures, lastError: answer.error };
  const retryAfterMs = answer.outcome === 'failed' ? answer.retryAfterMs : 0;
  const next = nextAttempt({ failures, now: claimed.now(), random: random(), retryAfterMs });
  const overrun = answer.outcome === 'failed' && answer.isOverrun;
  if (answer.outcome === 'refused' || next === null) {
    await settle(db, claimed, { ...failure, status: 'failed' });
    return { outcome: 'failed', overrun };
  }
  await settle(db, claimed, { ...failure, status: 'pending', retryAt: new Date(next) });
  return { outcome: 'retried', overrun };
}

/**
 * Writes what became of a mail, unless its claim has passed to somebody else. A mail that was voided
 * while it was on its way has been sent all the same.
 */
async function settle(
  db: PrismaClient,
  { id, leasedUntil, attempts }: Claimed,
  delivery: Delivery,
): Promise<void> {
  const { status, messageId = null, lastError = null, retryAt = null } = delivery;
  await db.$executeRaw`
    SELECT record_delivery(${id}::uuid, ${leasedUntil}::timestamptz, ${status}::notification_status,
      ${delivery.attempts ?? attempts}::integer, ${messageId}, ${lastError}, ${retryAt}::timestamptz)`;
}
