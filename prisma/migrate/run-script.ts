import { setTimeout as sleep } from 'node:timers/promises';
import { limitLockWaits } from './connection';
import { composeTermination, describeHolders } from './lock-holders';
import type { MigratorSession } from './migrator-session';
import { isLockProblem } from './sql-errors';
import { type LockWait, watchLocks } from './watch-locks';

const WATCH_EVERY_MS = 250;

/**
 * Runs a migration, which is atomic, and retries it until it gets its locks.
 * While it waits for a lock, later queries queue behind it. The pause between tries lets them through.
 */
export async function runScript(
  session: MigratorSession,
  name: string,
  script: string,
): Promise<void> {
  const { client, options } = session;
  const { tries, firstPauseMs, longestPauseMs, say } = options;
  await limitLockWaits(client, options.lockTimeoutMs);
  let wait: LockWait | undefined;
  for (let count = 1; ; count += 1) {
    const { error, seen } = await tryOnce(session, script);
    if (!error) return;
    if (!isLockProblem(error)) throw error;
    wait = seen ?? wait;
    if (count >= tries) throw composeRefusal(session, name, wait);
    const pauseMs = Math.min(firstPauseMs * 2 ** (count - 1), longestPauseMs);
    say(
      `${name} waits for ${describeWanted(wait)}, held by ${describeHolders(wait?.holders ?? [])}: ` +
        `try ${count} of ${tries} gave up, the next is in ${pauseMs / 1_000} s …`,
    );
    await sleep(pauseMs);
  }
}

async function tryOnce({ client, databaseUrl, pid, options }: MigratorSession, script: string) {
  const everyMs = Math.min(WATCH_EVERY_MS, options.lockTimeoutMs / 5);
  const watch = watchLocks({ databaseUrl, pid, everyMs });
  const error = await client.query(script).then(
    () => undefined,
    (reason: unknown) => reason ?? new Error('The script failed.'),
  );
  return { error, seen: await watch.stop() };
}

function composeRefusal(session: MigratorSession, name: string, wait: LockWait | undefined): Error {
  const { tries, lockTimeoutMs } = session.options;
  const holders = wait?.holders ?? [];
  return new Error(
    `${name} was not applied and left nothing behind: in ${tries} tries of ${lockTimeoutMs / 1_000} s it ` +
      `did not get ${describeWanted(wait)}, held by ${describeHolders(holders)}. ` +
      `Wait until that has ended, or end it with ${composeTermination(holders)}, and run ` +
      `npm run db:migrate again.`,
  );
}

function describeWanted(wait: LockWait | undefined): string {
  return wait?.relation ? `its lock on ${wait.relation}` : 'a lock';
}
