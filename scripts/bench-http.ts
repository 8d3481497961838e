import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import getPort from 'get-port';
import { type Case, FLOORS, listCases } from './bench-http/cases';
import { addCourse } from './bench-http/course';
import { type Call, load } from './bench-http/load';
import { weigh } from './bench-http/weight';
import { fillDatabase } from './fill/fill-database';
import { planFill } from './fill/fill-plan';
import { migrate } from './local/database';
import { onEnd, runScript } from './local/lifecycle';
import { openLocalMailbox } from './local/local-mailbox';
import { startNext } from './local/next-server';
import { urlForRole } from './local/roles';
import { run } from './local/run';
import { startTemporaryPostgres } from './local/temporary-postgres';
import { medianOf } from './time/median-of';

const FLOOR_APP = 'scripts/bench-http/floor';
const NEXT = 'node_modules/next/dist/bin/next';
const SECONDS = 1;
const CLIENTS = 8;

const { values: options } = parseArgs({
  options: {
    sts: { type: 'string', default: '20' },
    step: { type: 'string', default: '30' },
    /** Sessions of `npm run db:fill` that are in the database already. */
    sessions: { type: 'string', default: '0' },
    rounds: { type: 'string', default: '5' },
    /** Only the cases whose name contains this. */
    only: { type: 'string', default: '' },
    /** How long all cases run together in the end, to see the memory. */
    minutes: { type: 'string', default: '0' },
  },
});

/**
 * Measures what a request to the production build costs, as a share of what the smallest app with the same
 * Next.js costs. Both run on this machine, and each second of one is followed by a second of the other.
 */
runScript(async () => {
  const postgres = await startTemporaryPostgres();
  onEnd(postgres.stop);
  const owner = postgres.urlOf('postgres');
  const app = urlForRole(owner, 'app');
  await migrate({ owner, app, ops: owner, isOwn: true });
  if (options.sessions !== '0') {
    await fillDatabase(owner, planFill(Number(options.sessions)), () => undefined);
  }
  const secret = randomBytes(32).toString('base64');
  const { sts, step } = options;
  const course = await addCourse(owner, { sts: Number(sts), stepMinutes: Number(step), secret });

  mkdirSync('test-results', { recursive: true });
  await run(process.execPath, [NEXT, 'build', FLOOR_APP], {});
  const floor = await start(FLOOR_APP, FLOORS.route.path, {});
  const mailbox = await openLocalMailbox('test-results/bench-mailbox');
  const site = await start('.', '/api/health', {
    ...mailbox.environment,
    DATABASE_URL: app,
    DEMO_SITE: 'true',
    NEXTAUTH_SECRET: secret,
    TRUSTED_PROXIES: '1',
  });

  const cases = (await listCases(site.url, course)).filter(({ name }) =>
    name.includes(options.only),
  );
  const rows: Record<string, Record<string, string>> = {};
  for (const each of cases) rows[each.name] = await measure(each, site.url, floor.url);
  console.table(rows);
  console.log(`Memory: ${await memoryOf(site.pid)} MB.`);

  for (let minute = 1; minute <= Number(options.minutes); minute += 1) {
    await mixed(cases, site.url);
    console.log(`Memory after ${minute} minutes of all cases: ${await memoryOf(site.pid)} MB.`);
  }
});

async function start(directory: string, health: string, env: Record<string, string>) {
  const port = await getPort();
  const url = `http://127.0.0.1:${port}`;
  const settings = { ...process.env, NEXTAUTH_URL: url, ...env };
  const { pid } = await startNext('start', port, settings, {
    directory,
    health,
    logFile: `test-results/bench-${port}.log`,
  });
  return { url, pid };
}

async function measure({ name, floor, next }: Case, siteUrl: string, floorUrl: string) {
  const one = { clients: 1, seconds: SECONDS };
  const many = { clients: CLIENTS, seconds: SECONDS };
  const nextOfFloor = () => FLOORS[floor];
  const { bytes, scriptBytes } = await weigh(siteUrl, next() as Call);
  await load(siteUrl, next, many);
  await load(floorUrl, nextOfFloor, many);
  const alone = await load(siteUrl, next, one);
  const rates: number[] = [];
  const shares: number[] = [];
  const times: number[] = [];
  for (let round = 0; round < Number(options.rounds); round += 1) {
    const floorLoad = await load(floorUrl, nextOfFloor, many);
    const { perSecond, milliseconds } = await load(siteUrl, next, many);
    rates.push(perSecond);
    shares.push((100 * perSecond) / floorLoad.perSecond);
    times.push(...milliseconds);
  }
  console.log(`${name}: ${shares.map((share) => share.toFixed(0)).join(', ')} %`);
  return {
    'ms, 1 client': medianOf(alone.milliseconds).toFixed(1),
    [`ms, ${CLIENTS} clients`]: medianOf(times).toFixed(1),
    'per second': medianOf(rates).toFixed(0),
    'share of floor': `${medianOf(shares).toFixed(0)} %`,
    kB: (bytes / 1_000).toFixed(1),
    'scripts, gzipped kB': scriptBytes > 0 ? (scriptBytes / 1_000).toFixed(1) : '',
  };
}

/** A minute of all cases, each client sending another one each time. */
async function mixed(cases: readonly Case[], siteUrl: string): Promise<void> {
  let turn = 0;
  const next = () => {
    turn += 1;
    return cases[turn % cases.length]?.next() ?? FLOORS.page;
  };
  await load(siteUrl, next, { clients: CLIENTS, seconds: 60 });
}

async function memoryOf(pid: number): Promise<number> {
  const { stdout } = await run('ps', ['-o', 'rss=', '-p', `${pid}`], {});
  return Math.round(Number(stdout) / 1_000);
}
