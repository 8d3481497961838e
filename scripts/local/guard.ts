import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { PostgresOwner } from './postgres-owner';

interface Guard {
  /** Runs the commands now and waits for them. */
  dismiss(): Promise<void>;
}

/**
 * Runs shell commands when this process releases them or ends, however it ends: the waiting shell
 * survives even a SIGKILL. The commands get `args` as $1, $2, …
 */
export function startGuard(commands: string, args: string[], owner: PostgresOwner = {}): Guard {
  const shell = spawn('/bin/sh', ['-c', `cat >/dev/null; ${commands}`, 'sh', ...args], {
    ...owner,
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  shell.unref();
  return {
    async dismiss() {
      shell.ref();
      const ended = once(shell, 'exit');
      shell.stdin.end();
      await ended;
    },
  };
}
