import { logError, logInfo } from '@/lib/log';
import { refuseWithoutCronSecret } from '../_cron-secret';
import { NO_STORE, problem } from '../_problem';

/** Serverless platforms end requests that take much longer. */
const BUDGET_MS = 25_000;

/** Counts of what a run did, for the response and the log. */
type Report = Record<string, number>;

interface CronJob {
  /** Appears in the log. */
  name: string;
  run: (times: { clock: () => Date; deadline: Date }) => Promise<Report>;
  /** Why it cannot run with this server's configuration, or null. */
  missing?: () => string | null;
}

/**
 * A route for a scheduler to call, ideally every minute; a late call catches up. Requires CRON_SECRET.
 */
export function defineCronJob({ name, run, missing }: CronJob) {
  return async (request: Request): Promise<Response> => {
    const refusal = refuseWithoutCronSecret(request);
    if (refusal) return refusal;
    const reason = missing?.();
    if (reason) return problem(503, reason);
    const clock = () => new Date();
    const startedAt = clock().getTime();
    try {
      const did = await run({ clock, deadline: new Date(startedAt + BUDGET_MS) });
      const ms = clock().getTime() - startedAt;
      logInfo('cron', { name, ms, ...did });
      return Response.json({ ...did, ms }, { headers: NO_STORE });
    } catch (error) {
      logError('cron', error, { name });
      return problem(
        500,
        'Something went wrong on our side. The log has the error; the next run tries again.',
      );
    }
  };
}
