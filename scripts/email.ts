import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import getPort from 'get-port';
import { type ComponentType, createElement } from 'react';
import { createMailer } from '@/lib/mail/resend-client';
import { ending, onEnd, runScript } from './local/lifecycle';
import { startMailbox } from './mailbox/server';

const PREFERRED_PORT = 8_026;
const TEMPLATES = join(process.cwd(), 'emails');

type Template = ComponentType<object> & { PreviewProps: object };

// React Email's preview server is another package with its own Next.js. The mailbox also shows plain text.
// `node --watch` restarts this after each change.
runScript(async () => {
  const directory = mkdtempSync(join(tmpdir(), 'peerloop-emails-'));
  onEnd(async () => rmSync(directory, { recursive: true }));
  const mailbox = await startMailbox({ directory, port: await getPort({ port: PREFERRED_PORT }) });
  onEnd(mailbox.close);
  const send = createMailer({
    apiKey: 're_preview',
    baseUrl: mailbox.url,
    from: 'PeerLoop <sessions@peerloop.example>',
  });
  const files = readdirSync(TEMPLATES).filter((name) => name.endsWith('.tsx'));
  for (const file of files.sort().reverse()) {
    const template = file.replace('.tsx', '');
    const { default: Template } = (await import(join(TEMPLATES, file))) as { default: Template };
    const body = createElement(Template, Template.PreviewProps);
    await send({ to: 'you@peerloop.example', key: template, template, subject: template, body });
  }
  console.log(`Email templates: ${mailbox.url}. Stop: Ctrl-C.`);
  while (!ending.aborted) await sleep(60_000, undefined, { signal: ending }).catch(() => undefined);
});
