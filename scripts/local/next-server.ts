import { setTimeout as sleep } from 'node:timers/promises';
import { ending } from './lifecycle';
import { runService } from './service';

const POLL_MS = 100;

interface NextServer {
  /** Rejects when the server ends, which is always an error. */
  ended: Promise<never>;
}

/** Runs `next dev` or `next start` until this script ends. Resolves when it answers. */
export async function startNext(
  command: 'dev' | 'start',
  port: number,
  env: NodeJS.ProcessEnv,
  logFile?: string,
): Promise<NextServer> {
  console.log('Starting Next.js …');
  const quietly = { NEXT_TELEMETRY_DISABLED: '1', ...env };
  const options = [command, '--port', `${port}`];
  const exited = runService('next/dist/bin/next', options, quietly, logFile);
  const ended = exited.then((code) => {
    const place = logFile ? ` Its last words are in ${logFile}.` : '';
    throw new Error(`Next.js ended by itself, with code ${code}.${place}`);
  });
  await Promise.race([waitForAnswer(port), ended]);
  return { ended };
}

async function waitForAnswer(port: number): Promise<void> {
  const health = `http://127.0.0.1:${port}/api/health`;
  const answers = () =>
    fetch(health, { signal: ending }).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!ending.aborted && !(await answers())) await sleep(POLL_MS);
}
