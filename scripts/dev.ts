import { keepSecret } from './local/data-directory';
import { migrate, seedOnce } from './local/database';
import { becomeDevServer } from './local/dev-record';
import { INITIAL_ENVIRONMENT, loadEnvFiles, openDatabase } from './local/environment';
import { ending, runScript } from './local/lifecycle';
import { startNext } from './local/next-server';
import { isPortFree } from './local/ports';
import { generatePrismaClient } from './local/prisma-client';

const DEFAULT_PORT = 3000;

runScript(async () => {
  loadEnvFiles();
  const port = Number(process.env.PORT || DEFAULT_PORT);
  becomeDevServer(port);
  await refuseTakenPort(port);
  await generatePrismaClient(ending);
  const databaseUrl = await openDatabase();
  await migrate(databaseUrl);
  const hasDemoStory = await seedOnce(databaseUrl);

  const next = await startNext('dev', port, environmentFor(port, databaseUrl));
  await announce(port, hasDemoStory);
  await next.ended;
});

async function refuseTakenPort(port: number): Promise<void> {
  if (await isPortFree(port)) return;
  const other = port + 1;
  const advice = `Stop what uses it, or choose another: PORT=${other} npm run dev`;
  throw new Error(`Port ${port} is already in use. ${advice}`);
}

/** What .env files say stands, but for signing in without proof, which is what this server is for. */
function environmentFor(port: number, databaseUrl: string): NodeJS.ProcessEnv {
  const defaults = {
    DATABASE_URL: databaseUrl,
    NEXTAUTH_SECRET: keepSecret('nextauth-secret'),
    NEXTAUTH_URL: `http://localhost:${port}`,
  };
  const missing = Object.entries(defaults).filter(([name]) => !process.env[name]);
  return { DEMO_SIGN_IN: 'true', ...INITIAL_ENVIRONMENT, ...Object.fromEntries(missing) };
}

async function announce(port: number, hasDemoStory: boolean): Promise<void> {
  const { DEMO_LOGINS } = await import('@/prisma/seed');
  const logins = DEMO_LOGINS.map(({ email, name, about }) => `  ${email}  ${name}, ${about}`);
  const lines = [
    `\nPeerLoop runs at http://localhost:${port}`,
    ...(hasDemoStory ? ['Sign in as one of:', ...logins] : []),
    'See the database with: npm run studio. Stop everything with Ctrl-C.\n',
  ];
  if (!ending.aborted) console.log(lines.join('\n'));
}
