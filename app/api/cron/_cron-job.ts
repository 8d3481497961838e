import { createHash, timingSafeEqual } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import { env } from '@/lib/env';
import { logError, logInfo } from '@/lib/log';

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
    const { CRON_SECRET } = env();
    if (!CRON_SECRET) return problem(503, 'CRON_SECRET is not set on this server.');
    if (!isBearer(request.headers.get('authorization'), CRON_SECRET)) {
      return problem(401, 'Send the CRON_SECRET of this server as a bearer token.');
    }
    const reason = missing?.();
    if (reason) return problem(503, reason);
    const clock = () => new Date();
    const startedAt = clock().getTime();
    try {
      const did = await run({ clock, deadline: new Date(startedAt + BUDGET_MS) });
      const ms = clock().getTime() - startedAt;
      logInfo('cron', { name, ms, ...did });
      return Response.json({ ...did, ms }, { headers: NOT_KEPT });
    } catch (error) {
      logError('cron', error, { name });
      return problem(
        500,
        'Something broke on our side; the log says what. The next run tries again.',
      );
    }
  };
}

const NOT_KEPT = { 'Cache-Control': 'no-store' };

/** Compares fingerprints, which are of one length, in a time that tells nothing of the secret. */
function isBearer(authorization: string | null, secret: string): boolean {
  return timingSafeEqual(fingerprint(authorization ?? ''), fingerprint(`Bearer ${secret}`));
}

function fingerprint(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** Problem details (RFC 9457). */
function problem(status: 401 | 500 | 503, detail: string): Response {
  const headers = {
    ...NOT_KEPT,
    'Content-Type': 'application/problem+json',
    ...(status === 401 ? { 'WWW-Authenticate': 'Bearer' } : {}),
  };
  const body = { title: STATUS_CODES[status], status, detail };
  return new Response(JSON.stringify(body), { status, headers });
}
