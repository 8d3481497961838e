import { createRequire } from 'node:module';
import { join } from 'node:path';
import { startGuard } from './guard';
import { ending, onEnd } from './lifecycle';

/**
 * Runs a program of an installed package until it or this script ends, and ends its child processes too.
 * `program` is a path inside the package. Its output is shown, or written to a file. Resolves to its
 * exit code.
 */
export async function runService(
  program: string,
  args: string[],
  env: NodeJS.ProcessEnv,
  logFile?: string,
): Promise<number> {
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
  const guard = startGuard('kill -s KILL -- "-$1"', [`${service.pid}`]);
  onEnd(async () => {
    await service;
    await guard.dismiss();
  });
  const { exitCode } = await service;
  return exitCode ?? 1;
}
