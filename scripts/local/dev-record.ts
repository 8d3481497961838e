import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DATA_DIRECTORY } from './data-directory';
import { onEnd } from './lifecycle';
import { isRunning } from './processes';

const PATH = join(DATA_DIRECTORY, 'dev.json');

/** What a running `npm run dev` leaves for the next one to find. */
interface DevRecord {
  pid: number;
  port: number;
}

/** Makes this process the folder's development server until it ends, and refuses when there is one. */
export function becomeDevServer(port: number): void {
  const other = readRecord();
  if (other && isRunning(other.pid, 'scripts/dev.ts')) {
    const where = `http://localhost:${other.port} (process ${other.pid})`;
    throw new Error(`The development server of this folder runs already: ${where}.`);
  }
  const own: DevRecord = { pid: process.pid, port };
  mkdirSync(DATA_DIRECTORY, { recursive: true });
  writeFileSync(PATH, JSON.stringify(own));
  onEnd(async () => rmSync(PATH, { force: true }));
}

function readRecord(): DevRecord | undefined {
  return existsSync(PATH) ? JSON.parse(readFileSync(PATH, 'utf8')) : undefined;
}
