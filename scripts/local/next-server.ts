import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ending, onEnd } from './lifecycle';
import { stopGroup } from './processes';

const POLL_MS = 100;

interface NextServer {
  /** Leads the group of all processes that Next starts. */
  pid: number;
  /** Resolves when it accepts connections. */
  ready: Promise<void>;
  /** Resolves to its exit code. */
  exited: Promise<number>;
}

/** Runs `next dev` or `next start` until this script ends, in a process group of its own. */
export function startNext(
  command: 'dev' | 'start',
  port: number,
  env: NodeJS.ProcessEnv,
): NextServer {
  ending.throwIfAborted();
  const bin = createRequire(join(process.cwd(), 'package.json')).resolve('next/dist/bin/next');
  const child = spawn(process.execPath, [bin, command, '--port', `${port}`], {
    env: { NEXT_TELEMETRY_DISABLED: '1', ...env },
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`Next could not be started with ${process.execPath}.`);
  onEnd(() => stopGroup(pid));
  const exited = once(child, 'exit').then(([code]) => Number(code ?? 1));
  return { pid, ready: waitForPort(port), exited };
}

async function waitForPort(port: number): Promise<void> {
  while (!ending.aborted && !(await accepts(port))) await sleep(POLL_MS);
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('error', () => resolve(false));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });
}
