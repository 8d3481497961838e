import { ok, type Result, refuse } from '@/lib/result';
import type { PrismaClient } from '@/prisma/client/client';
import type { ChangeTimeZoneCode } from './rules';

/** Sets the IANA zone the viewer reads times in. Refused when Postgres does not know it. */
export async function changeTimeZone(
  db: PrismaClient,
  { viewer, timeZone }: { viewer: { id: string }; timeZone: string },
): Promise<Result<{ timeZone: string }, ChangeTimeZoneCode>> {
  const changed = await db.$executeRaw`
    UPDATE users SET timezone = ${timeZone} WHERE id = ${viewer.id}::uuid AND is_time_zone(${timeZone})`;
  return changed === 1 ? ok({ timeZone }) : refuse('TIME_ZONE_UNKNOWN');
}
