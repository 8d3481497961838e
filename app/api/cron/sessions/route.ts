import { db } from '@/lib/db';
import { advanceSessions } from '@/lib/session-clock/commands';
import { defineCronJob } from '../_cron-job';

export const maxDuration = 60;

/** Expires holds that have run out and completes sessions that have ended. */
export const GET = defineCronJob({
  name: 'sessions',
  run: async (times) => ({ ...(await advanceSessions({ db: db(), ...times })) }),
});
