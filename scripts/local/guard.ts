import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { PostgresOwner } from './postgres-owner';

interface Guard {
  /** Has the commands run now and waits for them. */
  dismiss(): Promise<void>;
}

/**
 * Has shell commands run when this process lets go or ends, however it ends: the shell that waits
 * with them outlives even a SIGKILL. The commands see `args` as $1, $2, …
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
