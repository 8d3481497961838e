import { db } from '@/lib/db';
import { purgeExpiredRows, releasePastClaims } from '@/lib/retention';
import { advanceSessions } from '@/lib/session-clock/commands';
import { defineCronJob } from '../_cron-job';

export const maxDuration = 60;

/**
 * Expires holds that have run out and completes sessions that have ended, releases the claims of past
 * time, and deletes rows whose retention period is over.
 */
export const GET = defineCronJob({
  name: 'sessions',
  run: async (times) => ({
    ...(await advanceSessions({ db: db(), ...times })),
    released: await releasePastClaims(db()),
    purged: await purgeExpiredRows(db()),
  }),
});
