import { ok, type Result, refuse } from '@/lib/result';
import type { PrismaClient } from '@/prisma/client/client';

export type ChangeTimeZoneCode = 'TIME_ZONE_UNKNOWN';

/** Sets the viewer's time zone. Refused unless it is in the `time_zones` table. */
export async function changeTimeZone(
  db: PrismaClient,
  { viewer, timeZone }: { viewer: { id: string }; timeZone: string },
): Promise<Result<{ timeZone: string }, ChangeTimeZoneCode>> {
  const changed = await db.$executeRaw`
    UPDATE users SET timezone = known.name FROM time_zones AS known
    WHERE users.id = ${viewer.id}::uuid AND known.name = ${timeZone}`;
  return changed === 1 ? ok({ timeZone }) : refuse('TIME_ZONE_UNKNOWN');
}
