import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

const FOLDERS = ['app', 'components', 'emails', 'lib', 'prisma', 'scripts', '__tests__'];
const GENERATED = 'prisma/client/';
const SOURCE = /\.(tsx?|mjs|css)$/;
const TYPE_IMPORT = /^import type [^;]+;/gm;
const IMPORT = /\b(?:from|import)\s*\(?\s*'([^']+)'/g;

export interface SourceFile {
  /** From the project's folder, with slashes. */
  path: string;
  text: string;
  /** What it imports of the project's own files: paths without extension. */
  imports: string[];
  /** Those of them that are there when it runs, and not for their types alone. */
  valueImports: string[];
}

/** Every source file that somebody wrote. */
export function readSources(): SourceFile[] {
  const atTop = readdirSync('.').filter((name) => SOURCE.test(name) && !/^\.|^next-env/.test(name));
  const inFolders = FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) =>
      posix.join(folder, path.replaceAll('\\', '/')),
    ),
  );
  return [...atTop, ...inFolders]
    .filter((path) => SOURCE.test(path) && !path.startsWith(GENERATED))
    .map((path) => {
      const text = readFileSync(join(process.cwd(), path), 'utf8');
      const untyped = text.replace(TYPE_IMPORT, '');
      const valueImports = findImports(path, untyped);
      return { path, text, imports: findImports(path, text), valueImports };
    });
}

export function withoutExtension(path: string): string {
  return path.replace(SOURCE, '');
}

function findImports(path: string, text: string): string[] {
  return [...text.matchAll(IMPORT)]
    .map(([, target = '']) => target)
    .filter((target) => /^(\.|@\/)/.test(target))
    .map((target) =>
      withoutExtension(
        target.startsWith('@/') ? target.slice(2) : posix.join(posix.dirname(path), target),
      ),
    );
}
