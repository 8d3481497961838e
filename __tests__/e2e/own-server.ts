import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort } from '../support/free-port';

export const SECRET = 'a secret of the tests, long enough';

const POLL_MS = 50;

export interface OwnServer {
  process: ChildProcess;
  url: string;
  /** What it has printed to stderr so far. */
  errors: () => string;
}

/** Starts the production build as a process of the test's own. The test ends it. */
export async function spawnServer(variables: Record<string, string>): Promise<OwnServer> {
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn('node_modules/.bin/next', ['start', '--port', `${port}`], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, NEXTAUTH_URL: url, NEXTAUTH_SECRET: SECRET, ...variables },
  });
  let printed = '';
  child.stderr.on('data', (text) => {
    printed += text;
  });
  return { process: child, url, errors: () => printed };
}

export function isUp({ url }: OwnServer): Promise<boolean> {
  return fetch(`${url}/api/health`).then(
    ({ ok }) => ok,
    () => false,
  );
}

export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await sleep(POLL_MS);
}
