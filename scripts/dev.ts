import getPort from 'get-port';
import type { DemoLogin } from '@/prisma/seed/logins';
import { tickCrons } from './local/cron';
import { keepSecret } from './local/data-directory';
import { findDemoLogins, migrate, seedOnce } from './local/database';
import { INITIAL_ENVIRONMENT, loadEnvFiles, openDatabase } from './local/environment';
import { ending, runScript } from './local/lifecycle';
import { openLocalMailbox } from './local/local-mailbox';
import { startNext } from './local/next-server';
import { generatePrismaClient } from './local/prisma-client';

const DEFAULT_PORT = 3000;

runScript(async () => {
  loadEnvFiles();
  const port = Number(process.env.PORT || DEFAULT_PORT);
  await refuseTakenPort(port);
  await generatePrismaClient();
  const database = await openDatabase();
  await migrate(database);
  await seedOnce(database);

  const siteUrl = `http://localhost:${port}`;
  const mailbox = process.env.RESEND_API_KEY ? null : await openLocalMailbox();
  const environment = environmentFor({
    DATABASE_URL: database.app,
    NEXTAUTH_URL: siteUrl,
    ...mailbox?.environment,
  });
  const next = await startNext('dev', port, environment);
  const opsUrl = database.isOwn ? database.ops : undefined;
  const demoLogins = await findDemoLogins(database);
  announce({ siteUrl, mailboxUrl: mailbox?.url, demoLogins, opsUrl });
  void tickCrons(siteUrl, environment.CRON_SECRET ?? '');
  await next.ended;
});

async function refuseTakenPort(port: number): Promise<void> {
  if ((await getPort({ port })) === port) return;
  const other = port + 1;
  const advice = `Stop the process that uses it, or choose another port: PORT=${other} npm run dev`;
  throw new Error(`Port ${port} is already in use. ${advice}`);
}

/** Variables from .env files take precedence. Demo sign-in is on by default, because this is a development server. */
function environmentFor(local: Record<string, string>): NodeJS.ProcessEnv {
  const defaults = {
    ...local,
    NEXTAUTH_SECRET: keepSecret('nextauth-secret'),
    CRON_SECRET: keepSecret('cron-secret'),
  };
  const known = Object.entries(defaults).map(([name, value]) => [name, process.env[name] || value]);
  return { DEMO_SIGN_IN: 'true', ...INITIAL_ENVIRONMENT, ...Object.fromEntries(known) };
}

interface Announcement {
  siteUrl: string;
  mailboxUrl: string | undefined;
  /** Empty without the demo data. */
  demoLogins: readonly DemoLogin[];
  /** Only for the project's own database, because other passwords must not be printed. */
  opsUrl: string | undefined;
}

function announce(announcement: Announcement): void {
  const { siteUrl, mailboxUrl, demoLogins, opsUrl } = announcement;
  const logins = demoLogins.map(({ email, name, about }) => `  ${email}  ${name}, ${about}`);
  const lines = [
    `\nPeerLoop is running at ${siteUrl}`,
    ...(logins.length > 0 ? ['Sign in as one of:', ...logins] : []),
    ...(mailboxUrl ? [`Sent emails: ${mailboxUrl}`] : []),
    `Browse the database: npm run studio${opsUrl ? `, or psql '${opsUrl}'` : ''}`,
    'Stop: Ctrl-C\n',
  ];
  if (!ending.aborted) console.log(lines.join('\n'));
}
