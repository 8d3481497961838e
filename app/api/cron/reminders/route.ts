import { findMailer, sendDueMail } from '@/app/send-due-mail';
import { defineCronJob } from '../_cron-job';

export const maxDuration = 60;

const LIMIT = 500;

/** Sends all mail that is due: reminders, and whatever could not be sent when it happened. */
export const GET = defineCronJob({
  name: 'reminders',
  missing: () => (findMailer() ? null : 'RESEND_API_KEY is not set on this server.'),
  run: async ({ clock, deadline }) => {
    const send = findMailer();
    if (!send) throw new Error('This server is not set up to send mail.');
    return { ...(await sendDueMail(send, { limit: LIMIT, clock, deadline })) };
  },
});
