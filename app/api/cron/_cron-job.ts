import { logError, logInfo } from '@/lib/log';
import { refuseWithoutCronSecret } from '../_cron-secret';
import { NO_STORE, problem } from '../_problem';

/** How long a run may take. A serverless platform ends a request that takes much longer. */
const BUDGET_MS = 25_000;

/** What a run did, as it is answered and logged. */
type Report = Record<string, number>;

interface CronJob {
  /** As it stands in the log. */
  name: string;
  run: (times: { clock: () => Date; deadline: Date }) => Promise<Report>;
  /** Why it cannot run on this server as it is set up, or null. */
  missing?: () => string | null;
}

/**
 * An address for a clock to call, every minute or whenever it gets to: whatever is due by then is done.
 * It answers with what it did. Only a caller who knows CRON_SECRET is let in.
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
        'Something broke on our side; the log says what. The next run tries again.',
      );
    }
  };
}
