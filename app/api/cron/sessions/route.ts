import { db } from '@/lib/db/client';
import { purgeExpiredRows, releasePastClaims } from '@/lib/db/retention';
import { expireHoldsAndCompleteSessions } from '@/lib/sessions/expire-holds-and-complete-sessions';
import { defineCronJob } from '../_cron-job';

export const maxDuration = 60;

/**
 * Expires holds, completes sessions that have ended, releases past claims, and deletes rows whose
 * retention period is over.
 */
export const GET = defineCronJob({
  name: 'sessions',
  run: async (times) => ({
    ...(await expireHoldsAndCompleteSessions({ db: db(), ...times })),
    released: await releasePastClaims(db()),
    purged: await purgeExpiredRows(db()),
  }),
});
