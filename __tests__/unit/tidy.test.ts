import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix, resolve } from 'node:path';

// Imports, cycles, barrels, file names and lengths are rules in biome.json. These tests check that the
// rules bite, and what Biome has no rule for.

const FOLDERS = ['app', 'components', 'emails', 'lib', 'prisma', 'scripts', '__tests__'];
const GENERATED = 'prisma/client';

const paths = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) =>
    posix.join(folder, path),
  ),
).filter((path) => !path.startsWith(GENERATED));

/** The files under `folder` whose text matches, so that a failure names them. */
function filesMatching(pattern: RegExp, folder: RegExp): string[] {
  return paths
    .filter((path) => /\.tsx?$/.test(path) && folder.test(path))
    .filter((path) => pattern.test(readFileSync(path, 'utf8')));
}

describe('Biome refuses', () => {
  const refusals: [path: string, code: string][] = [
    ['components/ui/new.tsx', "import '@/lib/time/format';"],
    ['components/sessions/new.tsx', "import '@/lib/db/client';"],
    ['components/sessions/new.tsx', "import '@/lib/sessions/book-session';"],
    ['components/sessions/new.tsx', "import 'next/headers';"],
    ['emails/new.tsx', "import '@/lib/time/format';"],
    ['lib/time/new.ts', "import '@/lib/db/client';"],
    ['lib/db/new.ts', "import '@/lib/sessions/queries';"],
    ['lib/sessions/new.ts', "import '@/lib/mail/dispatch';"],
    ['lib/sessions/new.ts', "import 'next/headers';"],
    ['lib/mail/new.ts', "import '@/app/send-due-mail';"],
    ['lib/booking/new.ts', "import '@/components/booking/booking-wizard';"],
    ['lib/http/new.ts', "import '@/app/send-due-mail';"],
    ['scripts/new.ts', "import '@/components/ui/page';"],
    ['lib/sessions/new.ts', "export * from './queries';"],
  ];

  const project = mkdtempSync(join(tmpdir(), 'rules-'));
  afterAll(() => rmSync(project, { recursive: true }));

  /** The files in which Biome finds something, in a project with these rules and nothing else. */
  function lint(files: [path: string, code: string][]): Set<string> {
    copyFileSync('biome.json', join(project, 'biome.json'));
    for (const [path, code] of files) {
      mkdirSync(join(project, dirname(path)), { recursive: true });
      writeFileSync(join(project, path), `${code}\n`);
    }
    const biome = resolve('node_modules/@biomejs/biome/bin/biome');
    const args = [
      biome,
      'lint',
      '--vcs-enabled=false',
      '--reporter=json',
      '--max-diagnostics=none',
    ];
    const { stdout } = spawnSync(process.execPath, args, { cwd: project, encoding: 'utf8' });
    const report: { diagnostics: { location: { path: string } }[] } = JSON.parse(stdout);
    return new Set(report.diagnostics.map(({ location }) => location.path));
  }

  test('exactly the forbidden imports', () => {
    const forbidden = refusals.map(([path, code], index): [string, string] => [
      path.replace('new', `new-${index}`),
      code,
    ]);
    const allowed: [string, string][] = [
      ['lib/time/allowed.ts', "import { offsetAt } from './zone-offsets';\noffsetAt('UTC', 0);"],
      ['components/sessions/allowed.tsx', "import '@/lib/time/format';"],
      ['lib/sessions/allowed.ts', "import '@/lib/db/client';"],
    ];
    const found = lint([...forbidden, ...allowed]);
    expect([...found].sort()).toEqual(forbidden.map(([path]) => path).sort());
  });
});

test('the architecture names every exception from the layers', () => {
  const allowed = [...readFileSync('biome.json', 'utf8').matchAll(/"!@\/([^"]+?)(?:\/\*\*)?"/g)];
  const architecture = readFileSync('docs/architecture.md', 'utf8');
  const exceptions = architecture.split('These are the exceptions')[1]?.split('| Folder')[0] ?? '';
  const unnamed = allowed
    .map(([, path = '']) => path)
    .filter((path) => !exceptions.includes(`\`${path}\``));
  expect(allowed.length).toBeGreaterThan(10);
  expect(unnamed).toEqual([]);
});

describe('files', () => {
  test('with server actions are in app/actions', () => {
    expect(filesMatching(/^\s*['"]use server['"]/m, /^(?!app\/actions\/|__tests__\/)/)).toEqual([]);
  });

  test('in lib get the time from their caller', () => {
    expect(filesMatching(/new Date\(\)|Date\.now\(\)/, /^lib\//)).toEqual([]);
  });

  test('are in folders with kebab-case names', () => {
    // Beside Next's marks: [param], [...rest], _private.
    const name = /^(__tests__|\[{1,2}(\.{3})?[a-z_]+\]{1,2}|_?[a-z0-9]+([-.][a-z0-9]+)*)$/;
    const isOdd = (path: string) =>
      /\.tsx?$/.test(path) &&
      posix
        .dirname(path)
        .split('/')
        .some((part) => !name.test(part));
    expect(paths.filter(isOdd)).toEqual([]);
  });

  test('of platform packages are all in the lock file, as npm ci requires', () => {
    const lock: LockFile = JSON.parse(readFileSync('package-lock.json', 'utf8'));
    const listed = Object.keys(lock.packages).map((path) => path.replace(/^.*node_modules\//, ''));
    const wanted = Object.values(lock.packages).flatMap(({ optionalDependencies = {} }) =>
      Object.keys(optionalDependencies),
    );
    expect(wanted.filter((name) => !listed.includes(name))).toEqual([]);
  });

  test('package.json allows or denies each install script, so that npm 11 warns of none', () => {
    const lock: LockFile = JSON.parse(readFileSync('package-lock.json', 'utf8'));
    const { allowScripts } = JSON.parse(readFileSync('package.json', 'utf8'));
    const withScripts = Object.entries(lock.packages)
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([path]) => path.replace(/^.*node_modules\//, ''));
    expect(Object.keys(allowScripts ?? {}).sort()).toEqual([...new Set(withScripts)].sort());
  });

  test('at the top level are only the listed ones', () => {
    const ignored = readFileSync('.gitignore', 'utf8').split(/\/?\n/);
    const isOurs = (name: string) => !/^\.|\.tsbuildinfo$/.test(name) && !ignored.includes(name);
    const unknown = readdirSync('.').filter((name) => isOurs(name) && !TOP_LEVEL.includes(name));
    expect(unknown).toEqual([]);
  });
});

interface LockFile {
  packages: Record<
    string,
    { optionalDependencies?: Record<string, string>; hasInstallScript?: true }
  >;
}

const TOP_LEVEL = `app components lib prisma emails __tests__ public docs scripts next.config.mjs
  package.json tsconfig.json README.md LICENSE CONTRIBUTING.md Dockerfile vercel.json
  package-lock.json proxy.ts instrumentation.ts prisma.config.ts biome.json knip.json
  jest.config.mjs playwright.config.ts`.split(/\s+/);
