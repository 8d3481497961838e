import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { ending } from './lifecycle';
import { runService } from './service';

const POLL_MS = 100;

interface NextServer {
  /** Resolves when it accepts connections. */
  ready: Promise<void>;
  /** Resolves to its exit code. */
  exited: Promise<number>;
}

/** Runs `next dev` or `next start` until this script ends. */
export function startNext(
  command: 'dev' | 'start',
  port: number,
  env: NodeJS.ProcessEnv,
): NextServer {
  const quietly = { NEXT_TELEMETRY_DISABLED: '1', ...env };
  const exited = runService('next/dist/bin/next', [command, '--port', `${port}`], quietly);
  return { ready: waitForPort(port), exited };
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
