import { createHash, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { answerFault, answerJson, type Fault } from './answer';
import { faultOf, type SentMail } from './mail';
import type { MailStore } from './store';
import type { Troubles } from './troubles';

// Longer than any client's timeout.
const LATE_MS = 60_000;

/** Handles POST /emails like Resend. */
export async function takeMail(
  request: IncomingMessage,
  response: ServerResponse,
  { store, troubles, underWay }: { store: MailStore; troubles: Troubles; underWay: Set<string> },
): Promise<void> {
  const body = await readText(request);
  const trouble = troubles.next();
  if (trouble?.mode === '429') {
    response.setHeader('retry-after', String(trouble.retryAfter));
    return answerFault(response, TOO_MANY);
  }
  if (trouble?.mode === '422') return answerFault(response, REFUSED_ADDRESS);
  if (trouble?.mode === '500') return answerFault(response, BROKEN);
  if (trouble?.mode === 'hang') return;

  const key = header(request, 'idempotency-key');
  if (key && underWay.has(key)) return answerFault(response, CONCURRENT);
  if (key) underWay.add(key);
  try {
    const answer = accept({ request, body, key, store, now: new Date() });
    if (trouble?.mode === 'late')
      await Promise.race([sleep(LATE_MS, undefined, { ref: false }), gone(request)]);
    if ('id' in answer) answerJson(response, 200, answer);
    else answerFault(response, answer);
  } finally {
    if (key) underWay.delete(key);
  }
}

interface Taken {
  request: IncomingMessage;
  body: string;
  key: string | null;
  store: MailStore;
  now: Date;
}

function accept({ request, body, key, store, now }: Taken): { id: string } | Fault {
  if (!header(request, 'authorization')?.startsWith('Bearer ')) return NO_KEY;
  if (key && key.length > 256) return BAD_KEY;
  const mail = parse(body);
  const fault = faultOf(mail);
  if (fault) return { statusCode: 422, name: 'validation_error', message: fault };
  const fingerprint = createHash('sha256').update(body).digest('hex');
  const earlier = key ? store.findByKey(key, now) : undefined;
  if (earlier) return earlier.fingerprint === fingerprint ? { id: earlier.id } : REUSED_KEY;
  const id = randomUUID();
  store.keep({
    id,
    acceptedAt: now.toISOString(),
    idempotencyKey: key,
    fingerprint,
    mail: mail as SentMail,
  });
  return { id };
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

export async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function header(request: IncomingMessage, name: string): string | null {
  const value = request.headers[name];
  return typeof value === 'string' && value ? value : null;
}

/** Resolves when the client disconnects. */
function gone(request: IncomingMessage): Promise<void> {
  return new Promise((resolve) => request.socket.once('close', () => resolve()));
}

const NO_KEY: Fault = {
  statusCode: 401,
  name: 'missing_api_key',
  message: 'Missing API Key',
};
const BAD_KEY: Fault = {
  statusCode: 400,
  name: 'invalid_idempotency_key',
  message: 'The idempotency key must have between 1 and 256 characters.',
};
const REUSED_KEY: Fault = {
  statusCode: 409,
  name: 'invalid_idempotent_request',
  message: 'This idempotency key has been used for a request with another body.',
};
const CONCURRENT: Fault = {
  statusCode: 409,
  name: 'concurrent_idempotent_requests',
  message: 'A request with this idempotency key is still under way.',
};
const TOO_MANY: Fault = {
  statusCode: 429,
  name: 'rate_limit_exceeded',
  message: 'Too many requests. Wait before the next one.',
};
const REFUSED_ADDRESS: Fault = {
  statusCode: 422,
  name: 'validation_error',
  message: 'Invalid `to` field. Please use an address that can receive mail.',
};
const BROKEN: Fault = {
  statusCode: 500,
  name: 'internal_server_error',
  message: 'An unexpected error occurred.',
};
