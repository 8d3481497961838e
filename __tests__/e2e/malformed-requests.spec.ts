import { connect } from 'node:net';
import type { APIRequestContext } from '@playwright/test';
import { NO_ROUTER_STATES, ROUTER_STATES } from '../support/router-states';
import { listServerActions } from './server-actions';
import { expect, signIn, test } from './support';

interface Sent {
  type: string;
  body: string;
}

const BOUNDARY = 'x-boundary';

/** A part of a form for each field, as a browser sends it. */
function multipart(fields: [name: string, value: string][], end = `--${BOUNDARY}--\r\n`): Sent {
  const parts = fields.map(
    ([name, value]) =>
      `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return { type: `multipart/form-data; boundary=${BOUNDARY}`, body: parts.join('') + end };
}

function file(headers: string): Sent {
  const { type, body } = multipart([['0', '[{},"$K1"]']]);
  const part = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="_1_x"${headers}\r\n\r\nx\r\n`;
  return { type, body: part + body };
}

const TEXTS = [
  ...['', '[', '{', 'null', '"x"', '[]', '["x"]', '[null]', '[{},null]', '[{},{}]', '[1,2,3,4]'],
  ...['"$1"', '["$K1"]', '[{},"$K9"]', '[{},"$1"]', '[{},"$@1"]', '[{},"$Q1"]', '[{},"$W1"]'],
  ...['[{},"$T"]', '[{},"$h1"]', '[{},"$i1"]', '[{},"$B1"]', '[{},"$A1"]', '[{},"$R1"]'],
  ...['[{},"$X1"]', '[{},"$0:0:x"]', '[{},"$D"]', '[{"__proto__":1},"$K1"]', '["$nx","$K1"]'],
  ...[
    `["$n${'9'.repeat(400)}","$K1"]`,
    '['.repeat(9_000),
    `${'['.repeat(9_000)}${']'.repeat(9_000)}`,
  ],
];

/** What React's script might send, and does not. */
const CALLS: Sent[] = [
  ...['text/plain', 'text/plain;charset=UTF-8', 'application/json', ''].flatMap((type) =>
    TEXTS.map((body) => ({ type, body })),
  ),
  ...TEXTS.map((body) => multipart([['0', body]])),
  ...TEXTS.map((body) =>
    multipart([
      ['_1_x', 'x'],
      ['0', '["$1","$K1"]'],
      ['1', body],
    ]),
  ),
  multipart([
    ['0', '[{},"$K1"]'],
    ['0', '['],
  ]),
  multipart([['0', '["$0","$K1"]']]),
  { type: 'application/x-www-form-urlencoded', body: '0=x' },
  { type: 'application/x-www-form-urlencoded;charset=UTF-8', body: '0=x' },
];

/** What a browser might send without scripts, and does not. */
const FORMS: Sent[] = [
  multipart([]),
  multipart([], ''),
  multipart([['a', 'b']]),
  multipart([['a', 'b']], ''),
  { type: 'multipart/form-data', body: '' },
  { type: 'multipart/form-data', body: 'x' },
  { type: 'multipart/form-data; boundary=', body: '----\r\n' },
  { type: `multipart/form-data; boundary=${BOUNDARY}`, body: `--${BOUNDARY}\r\n\r\nx` },
  file('; filename="x"\r\nContent-Transfer-Encoding: base64'),
  file('; filename="x"\r\nContent-Type: image/png'),
  file('\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64'),
  { ...multipart([]), body: 'x'.repeat(2_000_000) },
  multipart([['$ACTION_KEY', 'x']]),
  multipart([['$ACTION_ID_x', '']]),
  multipart([['$ACTION_REF_1', '']]),
];

function formsOf(id: string): Sent[] {
  const bound = (value: string) => JSON.stringify({ id, bound: value });
  return [
    multipart([[`$ACTION_ID_${id}`, '']]),
    multipart([[`$ACTION_ID_${id}x`, '']]),
    ...['$@1', '$1', '$9', 'x', ''].flatMap((value) => [
      multipart([
        ['$ACTION_REF_1', ''],
        ['$ACTION_1:0', bound(value)],
      ]),
      ...TEXTS.map((text) =>
        multipart([
          ['$ACTION_REF_1', ''],
          ['$ACTION_1:0', bound(value)],
          ['$ACTION_1:1', text],
        ]),
      ),
    ]),
    ...[`{"id":"${id}"`, `{"id":"${id}"}`, `{"id":"${id}","bound":"$Q1"}`].map((text) =>
      multipart([
        ['$ACTION_REF_1', ''],
        ['$ACTION_1:0', text],
        ['$ACTION_KEY', 'k'],
      ]),
    ),
  ];
}

/** What was answered with 500 or more. */
async function failuresOf(
  request: APIRequestContext,
  path: string,
  sent: Sent[],
  headers: Record<string, string> = {},
): Promise<string[]> {
  const failures: string[] = [];
  for (const { type, body } of sent) {
    const answer = await request.post(path, {
      maxRedirects: 0,
      headers: { 'content-type': type, ...headers },
      data: body,
    });
    if (answer.status() >= 500) failures.push(`${path} ${type} ${body.slice(0, 300)}`);
  }
  return failures;
}

test('a malformed call is refused for every action', async ({ page, scene, request }) => {
  test.slow();
  await signIn(page, scene.student.email);
  for (const { id, name } of listServerActions()) {
    const headers = { 'next-action': id };
    for (const [path, who] of [
      ['/login', request],
      ['/_next/nothing', request],
      ['/_next/static/x', request],
      ['/settings', page.request],
    ] as const) {
      const failures = await failuresOf(who, path, [...CALLS, ...FORMS], headers);
      expect([name, path, failures]).toEqual([name, path, []]);
    }
  }
});

test('a form that is none is refused, without scripts', async ({ page, scene, request }) => {
  test.slow();
  await signIn(page, scene.student.email);
  for (const path of [
    ...['/', '/nothing', '/login/', '/icon.svg', '/favicon.ico', '/api', '/api/nothing'],
    ...['/_next/nothing', '/_next/static/x', '/_next/image', '/_next', '/%5Fnext/x', '/_next%2Fx'],
    ...['/%61pi/x', '/api/..%2Flogin', '/api/auth/signout'],
  ]) {
    expect(await failuresOf(request, path, [...CALLS, ...FORMS])).toEqual([]);
  }
  for (const { id, name } of listServerActions()) {
    for (const [path, who] of [
      ['/', request],
      ['/settings', page.request],
    ] as const) {
      const failures = await failuresOf(who, path, formsOf(id));
      expect([name, path, failures]).toEqual([name, path, []]);
    }
  }
});

/** The first line of the answer to a request that no library would write. */
function ask(baseURL: string, head: string): Promise<string> {
  const { hostname, port } = new URL(baseURL);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(`${head}\r\n\r\n`));
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('end', () => resolve(answer.split('\r\n')[0] ?? ''));
    socket.on('error', reject);
  });
}

for (const target of [
  'OPTIONS *',
  'GET *',
  'POST *',
  'OPTIONS http://x/login',
  'GET http://x/login',
  'GET //',
  'GET ?',
  'GET /\\\\',
  'OPTIONS /',
]) {
  test(`${target} is not a server error`, async ({ baseURL }) => {
    const host = new URL(`${baseURL}`).host;
    const line = await ask(
      `${baseURL}`,
      `${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: close`,
    );
    expect(line).toMatch(/^HTTP\/1\.1 [2-4]/);
  });
}

test('no router state is a server error', async ({ baseURL }) => {
  const host = new URL(`${baseURL}`).host;
  for (const path of ['/', '/login', '/nothing', '/_next/nothing']) {
    for (const prefetch of ['', ...['1', '2', '3'].map((n) => `Next-Router-Prefetch: ${n}\r\n`)]) {
      for (const state of [...ROUTER_STATES, ...NO_ROUTER_STATES]) {
        const headers = `RSC: 1\r\n${prefetch}Next-Router-State-Tree: ${state}`;
        const line = await ask(
          `${baseURL}`,
          `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n${headers}`,
        );
        expect([path, headers, line]).toEqual([
          path,
          headers,
          expect.stringMatching(/^HTTP\/1\.1 [2-4]/),
        ]);
      }
    }
  }
});

for (const path of ['/', '/login', '/dashboard', '/_next/nothing']) {
  test(`a body that says it is too large for ${path} is refused before it is sent`, async ({
    baseURL,
  }) => {
    const host = new URL(`${baseURL}`).host;
    const line = await ask(
      `${baseURL}`,
      `POST ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n` +
        'Content-Type: text/plain\r\nContent-Length: 1048577',
    );
    expect(line).toBe('HTTP/1.1 413 Payload Too Large');
  });
}
