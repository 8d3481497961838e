import { findMailer, sendDueMail } from '@/app/send-due-mail';
import { db } from '@/lib/db/client';
import { planDueReminders } from '@/lib/mail/plan-reminders';
import { defineCronJob } from '../_cron-job';

export const maxDuration = 60;

const LIMIT = 500;

/** Schedules due reminders and sends all due mail, including mail that failed before. */
export const GET = defineCronJob({
  name: 'reminders',
  missing: () => (findMailer() ? null : 'RESEND_API_KEY is not set on this server.'),
  run: async ({ clock, deadline }) => {
    const send = findMailer();
    if (!send) throw new Error('This server is not set up to send mail.');
    const planned = await planDueReminders(db());
    return { planned, ...(await sendDueMail(send, { limit: LIMIT, clock, deadline })) };
  },
});
