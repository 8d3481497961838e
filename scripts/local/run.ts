import type { Options } from 'execa';

/** Runs a program to its end. If it fails, rejects with its output, unless `reject` is false. */
export async function run<Given extends Options>(program: string, args: string[], options: Given) {
  // An ES module, which scripts that tsx runs as CommonJS can only load late.
  const { execa } = await import('execa');
  return execa(program, args, options);
}
