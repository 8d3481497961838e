import { ok, type Result, refuse } from '@/lib/result';
import type { PrismaClient } from '@/prisma/client/client';

export type ChangeTimeZoneCode = 'TIME_ZONE_UNKNOWN';

/** Ends every sign-in of the viewer: each was made under the number that they had until now. */
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

/** Sets the IANA zone the viewer reads times in. Refused when it is not in the time_zones table. */
export async function changeTimeZone(
  db: PrismaClient,
  { viewer, timeZone }: { viewer: { id: string }; timeZone: string },
): Promise<Result<{ timeZone: string }, ChangeTimeZoneCode>> {
  const changed = await db.$executeRaw`
    UPDATE users SET timezone = known.name FROM time_zones AS known
    WHERE users.id = ${viewer.id}::uuid AND known.name = ${timeZone}`;
  return changed === 1 ? ok({ timeZone }) : refuse('TIME_ZONE_UNKNOWN');
}
