import { ok, type Result, refuse } from '@/lib/result';
import type { PrismaClient } from '@/prisma/client/client';

export type ChangeTimeZoneCode = 'TIME_ZONE_UNKNOWN';

/** Ends every sign-in of the viewer, because their tokens carry the old version. */
export async function signOutEverywhere(
  db: PrismaClient,
  { viewer }: { viewer: { id: string } },
): Promise<void> {
  await db.user.update({
    where: { id: viewer.id },
    data: { sessionVersion: { increment: 1 } },
    select: { id: true },
  });
}

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
