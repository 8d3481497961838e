import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DATA_DIRECTORY } from './data-directory';
import { onEnd } from './lifecycle';
import { isRunning, stopGroup } from './processes';

const PATH = join(DATA_DIRECTORY, 'dev.json');

/** What a running `npm run dev` leaves for the next one to find. */
interface DevRecord {
  pid: number;
  port: number;
  nextPid?: number;
}

/**
 * Refuses when the development server of this folder runs already, and ends what one that was killed
 * has left running. Then this process is the folder's development server until it ends.
 */
export async function becomeDevServer(port: number): Promise<void> {
  const former = readRecord();
  if (former && isRunning(former.pid, 'scripts/dev.ts')) {
    const where = `http://localhost:${former.port} (process ${former.pid})`;
    throw new Error(`The development server of this folder runs already: ${where}.`);
  }
  if (former?.nextPid && isRunning(former.nextPid, 'next')) {
    console.log('Ending what a killed development server has left running …');
    await stopGroup(former.nextPid);
  }
  writeRecord({ pid: process.pid, port });
  onEnd(async () => rmSync(PATH, { force: true }));
}

export function recordNext(port: number, nextPid: number): void {
  writeRecord({ pid: process.pid, port, nextPid });
}

function readRecord(): DevRecord | undefined {
  return existsSync(PATH) ? JSON.parse(readFileSync(PATH, 'utf8')) : undefined;
}

function writeRecord(record: DevRecord): void {
  mkdirSync(DATA_DIRECTORY, { recursive: true });
  writeFileSync(PATH, JSON.stringify(record));
}
