import { runClock, stopClockAt } from '@/prisma/database-time';
import { sqlAsOwner } from './plain-sql';

/** Stops the clock of this worker's database at a moment. */
export async function setDatabaseTime(moment: Date): Promise<void> {
  await sqlAsOwner(stopClockAt(moment));
}

/** Lets the clock of this worker's database run, as it does in production. */
export async function letDatabaseTimeRun(): Promise<void> {
  await sqlAsOwner(runClock());
}
