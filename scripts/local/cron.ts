import { setTimeout as sleep } from 'node:timers/promises';
import { ending } from './lifecycle';

const EVERY_MS = 60_000;
// The first call of a development server compiles the route.
const PATIENCE_MS = 180_000;
const PATHS = ['/api/cron/reminders', '/api/cron/sessions'];

/** Calls the cron routes once a minute until this script ends, as a scheduler would. */
export async function tickCrons(siteUrl: string, secret: string): Promise<void> {
  let hasComplained = false;
  while (!ending.aborted) {
    const startedAt = performance.now();
    for (const path of PATHS) {
      const complaint = await call(new URL(path, siteUrl), secret);
      if (complaint && !hasComplained && !ending.aborted) console.error(`${path}: ${complaint}`);
      hasComplained ||= complaint !== null;
    }
    const left = Math.max(0, EVERY_MS - (performance.now() - startedAt));
    await sleep(left, undefined, { signal: ending, ref: false }).catch(() => undefined);
  }
}

/** Null on success. */
async function call(url: URL, secret: string): Promise<string | null> {
  const headers = { Authorization: `Bearer ${secret}` };
  const signal = AbortSignal.any([ending, AbortSignal.timeout(PATIENCE_MS)]);
  try {
    const response = await fetch(url, { headers, signal });
    return response.ok ? null : await response.text();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
