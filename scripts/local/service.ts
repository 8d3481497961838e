import { createRequire } from 'node:module';
import { join } from 'node:path';
import { startGuard } from './guard';
import { ending, onEnd } from './lifecycle';

interface Service {
  pid: number;
  /** Resolves to the exit code. */
  exited: Promise<number>;
}

/** Runs a program as `startService` does, and resolves to its exit code. */
export async function runService(...options: Parameters<typeof startService>): Promise<number> {
  const { exited } = await startService(...options);
  return exited;
}

/**
 * Runs a program of an installed package until it or this script ends, and ends its child processes too.
 * `program` is a path inside the package. Its output is shown, or written to a file.
 */
export async function startService(
  program: string,
  args: string[],
  env: NodeJS.ProcessEnv,
  logFile?: string,
): Promise<Service> {
  ending.throwIfAborted();
  const path = createRequire(join(process.cwd(), 'package.json')).resolve(program);
  const output = logFile ? ({ file: logFile } as const) : 'inherit';
  const { execa } = await import('execa');
  const service = execa(process.execPath, [path, ...args], {
    env,
    extendEnv: false,
    detached: true,
    stdin: 'ignore',
    stdout: output,
    stderr: output,
    buffer: false,
    reject: false,
    cancelSignal: ending,
  });
  const { pid } = service;
  if (pid === undefined) throw new Error(`${program} could not be started.`);
  const guard = startGuard('kill -s KILL -- "-$1"', [`${pid}`]);
  onEnd(async () => {
    await service;
    await guard.dismiss();
  });
  return { pid, exited: service.then(({ exitCode }) => exitCode ?? 1) };
}
