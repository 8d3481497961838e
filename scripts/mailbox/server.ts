import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerFault, answerHtml, answerJson } from './answer';
import { attachmentBytes, type KeptMail } from './mail';
import { listPage, mailHtml, mailPage } from './pages';
import { readText, takeMail } from './send';
import { MailStore } from './store';
import { Troubles } from './troubles';

export interface Mailbox {
  /** `http://127.0.0.1:8025`, which serves both Resend's API and the mailbox pages. */
  url: string;
  /** Accepted emails, newest first. */
  mails(): KeptMail[];
  /** Number of send requests, including failed ones. */
  requests(): number;
  /** Makes the next requests fail, like `POST /_control`. */
  trouble(wanted: { mode: string; times?: number; retryAfter?: number }): void;
  clear(): void;
  close(): Promise<void>;
}

/** A local fake of Resend: implements its HTTP API and shows emails on a page. */
export async function startMailbox({
  directory,
  port = 0,
}: {
  directory: string;
  port?: number;
}): Promise<Mailbox> {
  const store = new MailStore(directory);
  const troubles = new Troubles();
  const context = { store, troubles, underWay: new Set<string>() };
  let requests = 0;
  const server = createServer((request, response) => {
    if (request.method === 'POST' && request.url === '/emails') requests += 1;
    respond(request, response, context).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : undefined);
    });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${taken}`,
    mails: () => store.list(),
    requests: () => requests,
    trouble: (wanted) => troubles.set(wanted),
    clear: () => store.clear(),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Context {
  store: MailStore;
  troubles: Troubles;
  underWay: Set<string>;
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  context: Context,
): Promise<void> {
  const { store, troubles } = context;
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://mailbox');
  const [first = '', id = '', part = '', index = ''] = pathname.split('/').slice(1);
  const route = `${request.method} /${first}`;
  const kept = store.find(id);
  if (route === 'POST /emails') return takeMail(request, response, context);
  if (route === 'GET /') return answerHtml(response, listPage(store.list(), troubles.current));
  if (route === 'GET /_mails') return answerJson(response, 200, store.list());
  if (route === 'DELETE /_mails') {
    store.clear();
    return answerJson(response, 200, {});
  }
  if (route === 'GET /_control') return answerJson(response, 200, troubles.current);
  if (route === 'POST /_control') {
    troubles.set(JSON.parse((await readText(request)) || '{}'));
    return answerJson(response, 200, troubles.current);
  }
  if (route === 'GET /mails' && kept && part === '') {
    return answerHtml(response, mailPage(kept, searchParams.get('scheme')));
  }
  if (route === 'GET /mails' && kept && part === 'html') {
    return answerHtml(response, mailHtml(kept.mail, searchParams.get('scheme')));
  }
  if (route === 'GET /mails' && kept && part === 'attachments') {
    return download(response, kept, Number(index));
  }
  answerFault(response, {
    statusCode: 404,
    name: 'not_found',
    message: 'The requested endpoint does not exist.',
  });
}

function download(response: ServerResponse, { mail }: KeptMail, index: number): void {
  const attachment = mail.attachments?.[index];
  if (!attachment) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, {
    'Content-Type': attachment.content_type ?? 'application/octet-stream',
    'Content-Disposition': `attachment; filename="${(attachment.filename ?? 'file').replace(/[^\w.-]/g, '_')}"`,
  });
  response.end(attachmentBytes(attachment));
}
