import { setTimeout as sleep } from 'node:timers/promises';
import { ending } from './lifecycle';
import { startService } from './service';

const POLL_MS = 100;

interface NextOptions {
  /** The folder of the app. */
  directory?: string;
  /** The path that answers when the server is ready. */
  health?: string;
  /** Gets the output, which is shown otherwise. */
  logFile?: string;
}

interface NextServer {
  pid: number;
  /** Rejects when the server ends, which is always an error. */
  ended: Promise<never>;
}

/** Runs `next dev` or `next start` until this script ends. Resolves when it answers. */
export async function startNext(
  command: 'dev' | 'start',
  port: number,
  env: NodeJS.ProcessEnv,
  { directory = '.', health = '/api/health', logFile }: NextOptions = {},
): Promise<NextServer> {
  console.log('Starting Next.js …');
  const quietly = { NEXT_TELEMETRY_DISABLED: '1', ...env };
  const options = [command, directory, '--port', `${port}`];
  const { pid, exited } = await startService('next/dist/bin/next', options, quietly, logFile);
  const ended = exited.then((code) => {
    const place = logFile ? ` Its last words are in ${logFile}.` : '';
    throw new Error(`Next.js ended by itself, with code ${code}.${place}`);
  });
  await Promise.race([waitForAnswer(new URL(health, `http://127.0.0.1:${port}`)), ended]);
  return { pid, ended };
}

async function waitForAnswer(health: URL): Promise<void> {
  const answers = () =>
    fetch(health, { signal: ending }).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!ending.aborted && !(await answers())) await sleep(POLL_MS);
}
