import { readdirSync, readFileSync } from 'node:fs';
import { readSources, type SourceFile, withoutExtension } from '../support/source-tree';

const sources = readSources();

/** The paths of the files that break a rule, so that a failure names them. */
function breaking(rule: (file: SourceFile) => boolean, among = /./): string[] {
  return sources.filter((file) => among.test(file.path) && rule(file)).map(({ path }) => path);
}

describe('arrows', () => {
  const noun = (files: string) => `lib/[^/]+/(${files})$`;
  const layers: [layer: string, files: RegExp, mayImport: RegExp][] = [
    ['app', /^app\//, /^(app|components|lib)\//],
    ['components/ui', /^components\/ui\//, /^components\/ui\//],
    [
      'components',
      /^components\/(?!ui\/)/,
      RegExp(`^(components/|lib/scheduling/|lib/format$|${noun('rules|schema|messages')})`),
    ],
    ['emails', /^emails\//, /^emails\//],
    ['lib/scheduling', /^lib\/scheduling\//, /^lib\/scheduling\//],
    [
      'messages',
      /^lib\/[^/]+\/messages\.ts/,
      RegExp(`^(emails/|lib/format$|lib/scheduling/zone-names$|${noun('rules|messages')})`),
    ],
    [
      'queries',
      /^lib\/[^/]+\/queries\.ts/,
      RegExp(`^(prisma/client/|lib/[^/]+$|lib/scheduling/|${noun('rules|queries')})`),
    ],
    ['the rest of lib', /^lib\//, /^(lib|prisma\/client|emails)\//],
    ['prisma', /^prisma\//, /^(prisma|lib)\//],
    ['scripts', /^scripts\//, /^(scripts|prisma|lib|emails)\//],
  ];

  test.each(layers)('%s', (_layer, files, mayImport) => {
    const strays = sources
      .filter(({ path }) => files.test(path))
      .flatMap(({ path, imports }) =>
        imports.filter((target) => !mayImport.test(target)).map((target) => `${path} → ${target}`),
      );
    expect(strays).toEqual([]);
  });

  test('rules, but for types', () => {
    const mayImport = RegExp(`^(lib/scheduling/|lib/(format|result)$|${noun('rules')})`);
    const strays = ({ valueImports }: SourceFile) =>
      !valueImports.every((to) => mayImport.test(to));
    expect(breaking(strays, /^lib\/[^/]+\/rules\.ts/)).toEqual([]);
  });

  test('only app and lib/auth read cookies and headers', () => {
    const reads = ({ text }: SourceFile) => text.includes("from 'next/headers'");
    expect(breaking(reads, /^(?!app\/|lib\/auth\/|__tests__\/)/)).toEqual([]);
  });

  test('every server action is in app/actions', () => {
    const declares = ({ text }: SourceFile) => /^\s*['"]use server['"]/m.test(text);
    expect(breaking(declares, /^(?!app\/actions\/|__tests__\/)/)).toEqual([]);
  });

  test('nothing imports in a circle', () => {
    expect(findCycle()).toEqual([]);
  });

  test('nothing passes on what another file exports', () => {
    const passesOn = ({ text }: SourceFile) =>
      /^export\s+(type\s+)?(\*|\{[^}]*\}\s*from)/m.test(text);
    expect(breaking(passesOn)).toEqual([]);
  });
});

describe('files', () => {
  test('have fewer than 300 lines', () => {
    expect(breaking(({ text }) => text.split('\n').length > 300)).toEqual([]);
  });

  test('are named in kebab-case', () => {
    // Beside Next's marks: [param], [...rest], _private.
    const name = /^(__tests__|\[{1,2}(\.{3})?[a-z_]+\]{1,2}|_?[a-z0-9]+([-.][a-z0-9]+)*)$/;
    const isOdd = ({ path }: SourceFile) => path.split('/').some((part) => !name.test(part));
    expect(breaking(isOdd)).toEqual([]);
  });

  test('of a noun in lib have the names that tell what they hold', () => {
    const named = /\/(rules|queries|commands|schema|messages)\.ts$/;
    const isOdd = ({ path }: SourceFile) => !named.test(path);
    expect(breaking(isOdd, /^lib\/(?!scheduling\/|auth\/)[^/]+\//)).toEqual([]);
  });

  test('in lib leave the clock to the edge', () => {
    const looks = ({ text }: SourceFile) => /new Date\(\)|Date\.now\(\)/.test(text);
    expect(breaking(looks, /^lib\//)).toEqual([]);
  });

  test('of packages that exist per platform are all in the lock file, or npm ci refuses it', () => {
    const lock: LockFile = JSON.parse(readFileSync('package-lock.json', 'utf8'));
    const listed = Object.keys(lock.packages).map((path) => path.replace(/^.*node_modules\//, ''));
    const wanted = Object.values(lock.packages).flatMap(({ optionalDependencies = {} }) =>
      Object.keys(optionalDependencies),
    );
    expect(wanted.filter((name) => !listed.includes(name))).toEqual([]);
  });

  test('at the top are those of the design and those that tools insist on', () => {
    const ignored = readFileSync('.gitignore', 'utf8').split(/\/?\n/);
    const isOurs = (name: string) => !/^\.|\.tsbuildinfo$/.test(name) && !ignored.includes(name);
    expect(readdirSync('.').filter((name) => isOurs(name) && !TOP_LEVEL.includes(name))).toEqual(
      [],
    );
  });
});

interface LockFile {
  packages: Record<string, { optionalDependencies?: Record<string, string> }>;
}

const DESIGNED = `app components lib prisma emails __tests__ public docs scripts next.config.mjs
  package.json tsconfig.json README.md LICENSE vercel.json`;
const INSISTED_ON = `package-lock.json proxy.ts instrumentation.ts prisma.config.ts biome.json
  knip.json jest.config.mjs playwright.config.ts`;
const TOP_LEVEL = `${DESIGNED} ${INSISTED_ON}`.split(/\s+/);

/** The files of one circle of imports, or nothing. */
function findCycle(): string[] {
  const byName = new Map(sources.map((file) => [withoutExtension(file.path), file]));
  const done = new Set<string>();
  const follow = (name: string, trail: string[]): string[] => {
    if (trail.includes(name)) return [...trail.slice(trail.indexOf(name)), name];
    if (done.has(name)) return [];
    done.add(name);
    for (const target of byName.get(name)?.imports ?? []) {
      const cycle = byName.has(target) ? follow(target, [...trail, name]) : [];
      if (cycle.length > 0) return cycle;
    }
    return [];
  };
  for (const name of byName.keys()) {
    const cycle = follow(name, []);
    if (cycle.length > 0) return cycle;
  }
  return [];
}
