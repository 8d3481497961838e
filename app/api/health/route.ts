import { env } from '@/lib/env';
import { refuseWithoutCronSecret } from '../_cron-secret';
import { NO_STORE } from '../_problem';
import { checkHealth } from './check-health';

/**
 * Answers if the process is up. A caller with CRON_SECRET also gets the state of the database, the
 * migrations and the outbox, with 503 if one of them needs attention.
 */
export async function GET(request: Request): Promise<Response> {
  if (!request.headers.has('authorization')) return Response.json(UP, { headers: NO_STORE });
  const refusal = refuseWithoutCronSecret(request);
  if (refusal) return refusal;
  const { isHealthy, ...report } = await checkHealth(env().DATABASE_URL);
  const status = isHealthy ? 'ok' : 'failing';
  return Response.json({ status, ...report }, { status: isHealthy ? 200 : 503, headers: NO_STORE });
}

const UP = { status: 'ok' };
