import type { Options } from 'execa';

/** Runs a program to its end. Rejects with what it printed when it fails, unless told not to. */
export async function run<Given extends Options>(program: string, args: string[], options: Given) {
  // An ES module, which scripts that tsx runs as CommonJS can only load late.
  const { execa } = await import('execa');
  return execa(program, args, options);
}
