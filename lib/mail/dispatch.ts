import { logError } from '@/lib/log';
import type { Instant } from '@/lib/time/intervals';
import type { NotificationStatus, PrismaClient } from '@/prisma/client/client';
import { composeMail, type Site } from './compose';
import { decideMail } from './decide';
import { type MailFacts, type MailTemplate, templateName } from './facts';
import { readMailFacts } from './read-facts';
import type { MailOutcome } from './resend-answer';
import type { SendMail } from './resend-client';
import { isIdempotencyKeyExpired, nextAttempt } from './retry';

// Longer than a delivery can take, so that an expired lease means a dead dispatcher.
const LEASE_MS = 60_000;
/** Maximum duration of one delivery, including its queries. */
const DELIVERY_MS = 10_000;
const CONCURRENCY = 4;

export interface Dispatch {
  db: PrismaClient;
  send: SendMail;
  site: Site;
  clock: () => Date;
  /** No delivery starts that might not finish by then. */
  deadline: Date;
  /** Returns a number in [0, 1), such as `Math.random`. */
  random: () => number;
  /** Maximum number of emails. */
  limit: number;
  /** After it is aborted, no delivery starts; those in progress finish. */
  signal?: AbortSignal;
}

/** The number of due emails by outcome. */
export interface DispatchReport {
  sent: number;
  /** Outdated, or nothing new. */
  voided: number;
  /** Failed; will be retried. */
  retried: number;
  /** Failed for good. */
  failed: number;
}

interface Lease {
  id: string;
  attempts: number;
  firstAttemptedAt: Date;
  /** When the lease expires. It also identifies the lease. */
  leasedUntil: Date;
  /** The database's time. Uses the local clock only for the time elapsed since the query. */
  now: () => number;
}

/**
 * Sends due emails, oldest first, four at a time. Stops when none is due, at the limit, before the
 * deadline, when `signal` is aborted, or when Resend's rate limit is reached.
 *
 * Dispatchers can run concurrently and can be killed at any time: when a lease expires, another
 * dispatcher retries the email with the same idempotency key.
 */
export async function dispatchDueMail(dispatch: Dispatch): Promise<DispatchReport> {
  const report: DispatchReport = { sent: 0, voided: 0, retried: 0, failed: 0 };
  let left = dispatch.limit;
  let isRateLimited = false;
  const worker = async () => {
    while (left > 0 && !isRateLimited && canStart(dispatch)) {
      left -= 1;
      const lease = await leaseNext(dispatch);
      if (!lease) return;
      const delivered = await deliver(dispatch, lease);
      report[delivered.outcome] += 1;
      isRateLimited ||= delivered.isRateLimited;
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
  return report;
}

function canStart({ clock, deadline, signal }: Dispatch): boolean {
  return !signal?.aborted && clock().getTime() + DELIVERY_MS <= deadline.getTime();
}

/** Leases one due email. The lease is committed before anything is sent. */
async function leaseNext({ db, clock }: Dispatch): Promise<Lease | null> {
  const [lease] = await db.$queryRaw<Omit<Lease, 'now'>[]>`
    SELECT id, attempts, first_attempted_at AS "firstAttemptedAt", leased_until AS "leasedUntil"
    FROM lease_notification(make_interval(secs => ${LEASE_MS / 1_000}))`;
  if (!lease) return null;
  const leasedAt = lease.leasedUntil.getTime() - LEASE_MS;
  const receivedAt = clock().getTime();
  return { ...lease, now: () => leasedAt + clock().getTime() - receivedAt };
}

interface Delivery {
  status: NotificationStatus;
  attempts?: number;
  messageId?: string | null;
  lastError?: string;
  retryAt?: Date;
}

interface Delivered {
  outcome: keyof DispatchReport;
  isRateLimited: boolean;
}

async function deliver(dispatch: Dispatch, lease: Lease): Promise<Delivered> {
  const { db, clock } = dispatch;
  const facts = await readMailFacts(db, lease.id);
  // Sign-in links expire by the server's clock, not the database's.
  const now = facts.signInLink ? clock().getTime() : lease.now();
  const template = decideMail(facts, now);
  if (!template) {
    await recordDelivery(db, lease, { status: 'voided' });
    return { outcome: 'voided', isRateLimited: false };
  }
  if (isIdempotencyKeyExpired(lease.firstAttemptedAt.getTime(), lease.now())) {
    const lastError =
      'First tried a day ago, outcome unknown: it may have been sent. Not sent again.';
    await recordDelivery(db, lease, { status: 'failed', lastError });
    return { outcome: 'failed', isRateLimited: false };
  }
  return recordOutcome(
    dispatch,
    lease,
    await attempt(dispatch, facts, { template, now: lease.now() }),
  );
}

/** Composes and sends one email. An unexpected error fails this email only. */
async function attempt(
  { send, site }: Dispatch,
  facts: MailFacts,
  { template, now }: { template: MailTemplate; now: Instant },
): Promise<MailOutcome> {
  const { id, recipient } = facts;
  try {
    const content = composeMail(facts, { template, site, now });
    const address = { to: recipient.email, key: id, template: templateName(template) };
    return await send({ ...content, ...address });
  } catch (error) {
    logError('mail', error, { notification: id });
    const reason = error instanceof Error ? error.message : String(error);
    return { outcome: 'failed', error: reason, retryAfterMs: 0, isRateLimited: false };
  }
}

async function recordOutcome(
  { db, random }: Dispatch,
  lease: Lease,
  answer: MailOutcome,
): Promise<Delivered> {
  if (answer.outcome === 'accepted') {
    await recordDelivery(db, lease, { status: 'sent', messageId: answer.messageId });
    return { outcome: 'sent', isRateLimited: false };
  }
  const failures = lease.attempts + 1;
  const failure = { attempts: failures, lastError: answer.error };
  const retryAfterMs = answer.outcome === 'failed' ? answer.retryAfterMs : 0;
  const next = nextAttempt({ failures, now: lease.now(), random: random(), retryAfterMs });
  const isRateLimited = answer.outcome === 'failed' && answer.isRateLimited;
  if (answer.outcome === 'refused' || next === null) {
    await recordDelivery(db, lease, { ...failure, status: 'failed' });
    return { outcome: 'failed', isRateLimited };
  }
  await recordDelivery(db, lease, { ...failure, status: 'pending', retryAt: new Date(next) });
  return { outcome: 'retried', isRateLimited };
}

/** Has no effect if another dispatcher holds the lease by now. */
async function recordDelivery(
  db: PrismaClient,
  { id, leasedUntil, attempts }: Lease,
  delivery: Delivery,
): Promise<void> {
  const { status, messageId = null, lastError = null, retryAt = null } = delivery;
  await db.$executeRaw`
    SELECT record_delivery(${id}::uuid, ${leasedUntil}::timestamptz, ${status}::notification_status,
      ${delivery.attempts ?? attempts}::integer, ${messageId}, ${lastError}, ${retryAt}::timestamptz)`;
}
