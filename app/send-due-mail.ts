import { after } from 'next/server';
import { signInToken } from '@/lib/auth/tokens';
import { calendarSite } from '@/lib/calendar/calendar-site';
import { db } from '@/lib/db/client';
import { env } from '@/lib/env';
import { shutdownSignal } from '@/lib/http/server/shutdown';
import { logError } from '@/lib/log';
import { type DispatchReport, dispatchDueMail } from '@/lib/mail/dispatch';
import { oneAtATime } from '@/lib/mail/one-at-a-time';
import { createMailer, type SendMail } from '@/lib/mail/resend-client';

const AFTER_RESPONSE = { limit: 20, budgetMs: 15_000 };

/** Null if this server is not configured to send email. */
export function findMailer(): SendMail | null {
  const { RESEND_API_KEY: apiKey, RESEND_BASE_URL: baseUrl, EMAIL_FROM: from } = env();
  return apiKey && from ? createMailer({ apiKey, baseUrl, from }) : null;
}

interface Bounds {
  limit: number;
  clock: () => Date;
  deadline: Date;
}

export function sendDueMail(send: SendMail, bounds: Bounds): Promise<DispatchReport> {
  const { NEXTAUTH_URL, NEXTAUTH_SECRET, EMAIL_FROM } = env();
  const site = {
    ...calendarSite(NEXTAUTH_URL, EMAIL_FROM),
    tokenOf: (linkId: string) => signInToken(NEXTAUTH_SECRET, linkId),
  };
  const signal = shutdownSignal();
  return dispatchDueMail({ db: db(), send, site, random: Math.random, signal, ...bounds });
}

/**
 * Runs `prepare` and sends due mail after the response, so that nobody waits for it. However many responses
 * ask for it, one run per process sends. The cron job sends the rest.
 */
export function sendMailAfterResponse(prepare?: () => Promise<unknown>): void {
  after(async () => {
    try {
      await prepare?.();
      await sendAllDue();
    } catch (error) {
      logError('mail after response', error);
    }
  });
}

/** For API routes, which can also be called outside a request; the cron job sends the mail then. */
export function sendMailAfterApiResponse(): void {
  try {
    sendMailAfterResponse();
  } catch {
    // `after` throws outside a request.
  }
}

// Next may load this module more than once; the run is shared by all of them.
const shared = globalThis as typeof globalThis & { sendAllDueMail?: () => Promise<void> };

function sendAllDue(): Promise<void> {
  shared.sendAllDueMail ??= oneAtATime(sendSome);
  return shared.sendAllDueMail();
}

/** Resolves to whether more may be due. Logs an error once, for all responses that wait for this run. */
async function sendSome(): Promise<boolean> {
  const send = findMailer();
  if (!send) return false;
  const clock = () => new Date();
  const { limit, budgetMs } = AFTER_RESPONSE;
  const deadline = new Date(clock().getTime() + budgetMs);
  try {
    const { sent, voided } = await sendDueMail(send, { limit, clock, deadline });
    return sent + voided === limit;
  } catch (error) {
    logError('mail after response', error);
    return false;
  }
}
