import { createHash, timingSafeEqual } from 'node:crypto';
import { env } from '@/lib/env';
import { problem } from './_problem';

/** The refusal for a caller who does not send CRON_SECRET as a bearer token, or null. */
export function refuseWithoutCronSecret(request: Request): Response | null {
  const { CRON_SECRET } = env();
  if (!CRON_SECRET) return problem(503, 'CRON_SECRET is not set on this server.');
  if (isBearer(request.headers.get('authorization'), CRON_SECRET)) return null;
  return problem(401, 'Send the CRON_SECRET of this server as a bearer token.');
}

/** Compares hashes, which have one length, in constant time. */
function isBearer(authorization: string | null, secret: string): boolean {
  return timingSafeEqual(hash(authorization ?? ''), hash(`Bearer ${secret}`));
}

function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
