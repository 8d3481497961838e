import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true });

export interface Call {
  path: string;
  cookie?: string;
  /** Sent as JSON by POST. */
  body?: unknown;
}

export interface Answer {
  status: number;
  body: Buffer;
  milliseconds: number;
}

/** Every call comes from another address, so that no limit per address stops the load. */
let caller = 0;

function nextAddress(): string {
  caller += 1;
  return `10.${(caller >> 16) & 255}.${(caller >> 8) & 255}.${caller & 255}`;
}

export function send(siteUrl: string, { path, cookie, body }: Call): Promise<Answer> {
  const startedAt = performance.now();
  const json = body === undefined ? undefined : JSON.stringify(body);
  const headers = {
    Origin: siteUrl,
    'X-Forwarded-For': nextAddress(),
    ...(cookie && { Cookie: cookie }),
    ...(json && { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(json) }),
  };
  return new Promise((resolve, reject) => {
    const options = { method: json ? 'POST' : 'GET', agent, headers };
    const sent = request(new URL(path, siteUrl), options, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          body: Buffer.concat(parts),
          milliseconds: performance.now() - startedAt,
        }),
      );
    });
    sent.on('error', reject);
    sent.end(json);
  });
}

/** What a number of clients measured, each sending the next call once the last is answered. */
export interface Load {
  perSecond: number;
  milliseconds: number[];
}

/** `nextCall` gives null when there is nothing left to send. An answer other than 200 or 201 ends the benchmark. */
export async function load(
  siteUrl: string,
  nextCall: () => Call | null,
  { clients, seconds }: { clients: number; seconds: number },
): Promise<Load> {
  const startedAt = performance.now();
  const endsAt = startedAt + seconds * 1_000;
  const milliseconds: number[] = [];
  async function sendInTurn(): Promise<void> {
    while (performance.now() < endsAt) {
      const call = nextCall();
      if (!call) return;
      const answer = await send(siteUrl, call);
      if (answer.status > 201) throw new Error(`${call.path} got ${answer.status}: ${answer.body}`);
      milliseconds.push(answer.milliseconds);
    }
  }
  await Promise.all(Array.from({ length: clients }, sendInTurn));
  const perSecond = (milliseconds.length * 1_000) / (performance.now() - startedAt);
  return { perSecond, milliseconds };
}
