import { type SpawnOptions, spawn } from 'node:child_process';

const running = new Set<Promise<unknown>>();

interface RunOptions extends Pick<SpawnOptions, 'cwd' | 'env'> {
  uid?: number;
  gid?: number;
  /** Ends the program early. Without it the program is always waited for. */
  signal?: AbortSignal;
}

/** Runs a program to its end, out of reach of the terminal's Ctrl-C, and rejects with what it printed if it fails. */
export function runProgram(
  program: string,
  args: string[],
  options: RunOptions = {},
): Promise<void> {
  const { signal, ...spawnOptions } = options;
  const ended = new Promise<void>((resolve, reject) => {
    if (signal?.aborted) return reject(new Error(`${program} was not started.`));
    const child = spawn(program, args, {
      ...spawnOptions,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const terminate = () => child.kill('SIGTERM');
    signal?.addEventListener('abort', terminate);
    let printed = '';
    const keep = (chunk: Buffer) => {
      printed += chunk.toString();
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', reject);
    // 'exit', not 'close': a server started by the program inherits its output and keeps it open.
    child.once('exit', (code, killedBy) => {
      signal?.removeEventListener('abort', terminate);
      if (code === 0) return resolve();
      reject(new Error(`${program} ended with ${killedBy ?? code}.\n${printed.trim()}`));
    });
  });
  const settled = ended.catch(() => undefined).finally(() => running.delete(settled));
  running.add(settled);
  return ended;
}

/** Resolves when every program started here has ended. */
export async function waitForPrograms(): Promise<void> {
  await Promise.all(running);
}
