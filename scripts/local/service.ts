import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { startGuard } from './guard';
import { ending, onEnd } from './lifecycle';
import { stopGroup } from './processes';

/**
 * Runs a program of an installed package until it ends or this script does, with all that it starts.
 * `program` is a path inside the package; what it prints is shown, or kept in a file. Resolves to
 * its exit code.
 */
export function runService(
  program: string,
  args: string[],
  env: NodeJS.ProcessEnv,
  logFile?: string,
): Promise<number> {
  ending.throwIfAborted();
  const path = createRequire(join(process.cwd(), 'package.json')).resolve(program);
  const output = logFile ? openSync(logFile, 'w') : 'inherit';
  const child = spawn(process.execPath, [path, ...args], {
    env,
    detached: true,
    stdio: ['ignore', output, output],
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${program} could not be started.`);
  const guard = startGuard('kill -s KILL -- "-$1"', [`${pid}`]);
  onEnd(() => stopGroup(pid).then(guard.dismiss));
  return once(child, 'exit').then(([code]) => Number(code ?? 1));
}
