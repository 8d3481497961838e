import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 50;
const PATIENCE_MS = 5_000;

/** Whether a process with this id runs and has `word` in its command line: ids are used again. */
export function isRunning(pid: number, word: string): boolean {
  return commandLineOf(pid).includes(word);
}

/** Ends a process and all that it started in its group, first by asking. */
export async function stopGroup(leaderPid: number): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  let isLeft = signalGroup(leaderPid, 'SIGTERM');
  while (isLeft && performance.now() < deadline) {
    await sleep(POLL_MS);
    isLeft = signalGroup(leaderPid, 0);
  }
  if (isLeft) signalGroup(leaderPid, 'SIGKILL');
}

/** Whether the group had a process to receive the signal. */
function signalGroup(leaderPid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(-leaderPid, signal);
  } catch {
    return false;
  }
}

function commandLineOf(pid: number): string {
  try {
    if (existsSync('/proc/self/cmdline')) {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    }
    return execFileSync('ps', ['-o', 'command=', '-p', `${pid}`], { encoding: 'utf8' });
  } catch {
    return '';
  }
}
