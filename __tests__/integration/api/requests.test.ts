import { api, tokenOf } from '@/__tests__/support/api';
import { truncate } from '@/__tests__/support/database';
import { createScene, createUser } from '@/__tests__/support/factories';
import { ADDRESSES } from '@/app/api/openapi.json/addresses';

beforeEach(truncate);

const NOBODY_KNOWN = '01a202fd-5bd6-7ea1-ba41-04f9d78f590c';
const JSON_TYPE = { 'content-type': 'application/json' };

const post = (request: Parameters<typeof api>[1]) =>
  api('/api/sessions', { method: 'POST', ...request });

test('the session of a deleted user, or one that we never issued, is ignored', async () => {
  for (const cookie of [
    `next-auth.session-token=${await tokenOf({ id: NOBODY_KNOWN })}`,
    `next-auth.session-token=${await tokenOf({ id: 'admin' })}`,
    'next-auth.session-token=eyJhbGciOiJub25lIn0..',
  ]) {
    const refused = await api('/api/sessions', { headers: { cookie } });
    expect(refused).toMatchObject({ status: 401, body: { code: 'SIGN_IN_REQUIRED' } });
    expect(refused.headers.get('www-authenticate')).toBe('Bearer');
  }
});

test('a client may send the session token itself', async () => {
  const authorization = `Bearer ${await tokenOf(await createUser())}`;
  expect(await api('/api/sessions', { headers: { authorization } })).toMatchObject({ status: 200 });
});

test.each([
  ['', 400, 'MALFORMED_JSON'],
  ['{', 400, 'MALFORMED_JSON'],
  [new Uint8Array([0x22, 0xff, 0x22]), 400, 'MALFORMED_JSON'],
  ['null', 422, 'INVALID_REQUEST'],
  ['[]', 422, 'INVALID_REQUEST'],
  ['[['.repeat(8_000), 400, 'MALFORMED_JSON'],
  [JSON.stringify({ note: 'x'.repeat(17_000) }), 413, 'BODY_TOO_LARGE'],
])('the body %.20j is %i', async (body, status, code) => {
  const refused = await post({ as: await createUser(), body, headers: JSON_TYPE });
  expect(refused).toMatchObject({ status, body: { code } });
});

test('a streamed body is refused as soon as it is too large', async () => {
  let sent = 0;
  const body = new ReadableStream({
    pull(controller) {
      sent += 1_000;
      controller.enqueue(Buffer.alloc(1_000, ' '));
    },
  });
  const refused = await post({ as: await createUser(), body, headers: JSON_TYPE });
  expect(refused).toMatchObject({ status: 413, body: { code: 'BODY_TOO_LARGE' } });
  expect(sent).toBeLessThan(20_000);
});

test('a client that disconnects while sending an unexpected body is no error', async () => {
  const body = new ReadableStream({ pull: (controller) => controller.error(new Error('aborted')) });
  const path = `/api/enrollments/${NOBODY_KNOWN}/deferred`;
  const refused = await api(path, { method: 'POST', as: await createUser(), body });
  expect(refused).toMatchObject({ status: 400, body: { code: 'BAD_REQUEST' } });
});

test('a request with a Content-Length above the limit is refused before its body is sent', async () => {
  const headers = { ...JSON_TYPE, 'content-length': '1000000' };
  const refused = await post({ as: await createUser(), body: '{}', headers });
  expect(refused).toMatchObject({ status: 413 });
});

test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', ''])(
  'a body of type "%s" is 415',
  async (type) => {
    const headers = { 'content-type': type };
    const refused = await post({ as: await createUser(), body: '{}', headers });
    expect(refused).toMatchObject({ status: 415, body: { code: 'UNSUPPORTED_MEDIA_TYPE' } });
  },
);

test('all invalid fields are named at once', async () => {
  const { body } = await post({
    as: await createUser(),
    json: { note: 1, 'a/b~c': 2 },
    headers: { 'idempotency-key': 'x'.repeat(201) },
  });
  const { errors } = body as { errors: { in: string; pointer: string }[] };
  expect(errors.map((error) => `${error.in}${error.pointer}`)).toEqual([
    'headers#/idempotency-key',
    'body#/st_id',
    'body#/scheduled_start',
    'body#/note',
  ]);
});

test.each([
  [403, { 'sec-fetch-site': 'cross-site' }],
  [403, { 'sec-fetch-site': 'same-site', origin: 'https://evil.localhost:3000' }],
  [403, { origin: 'https://evil.example' }],
  [403, { origin: 'http://localhost:3001' }],
  [403, { origin: 'null' }],
  [201, { 'sec-fetch-site': 'same-origin', origin: 'http://localhost:3000' }],
  [201, { origin: 'http://localhost:3000' }],
  [201, { origin: 'http://book.example', host: 'book.example' }],
  [201, {}],
])('a booking is %i when the browser says %j', async (status, headers) => {
  const { st, student } = await createScene();
  const json = { st_id: st.id, scheduled_start: '2026-03-05T15:00:00Z' };
  expect(await post({ as: student, json, headers })).toMatchObject({ status });
});

test('reads are allowed from any site', async () => {
  const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
  const answer = await api('/api/sessions', { as: await createUser(), headers });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('access-control-allow-origin')).toBeNull();
});

test.each(Object.keys(ADDRESSES))('%s refuses the methods it does not take', async (address) => {
  const path = address.replace('{id}', NOBODY_KNOWN);
  const options = await api(path, { method: 'OPTIONS' });
  const allowed = options.headers.get('allow')?.split(', ') ?? [];
  expect(options.status).toBe(204);
  for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']) {
    const { status, headers, body } = await api(path, { method });
    const taken = status !== 405;
    expect({ method, taken }).toEqual({ method, taken: allowed.includes(method) });
    if (taken) continue;
    expect(headers.get('allow')).toBe(allowed.join(', '));
    if (method !== 'HEAD') expect(body).toMatchObject({ code: 'METHOD_NOT_ALLOWED' });
  }
});

test.each(['/api', '/api/nothing', '/api/sessions/1/2/3', '/api/sts'])(
  '%s is nothing, whatever the method',
  async (path) => {
    for (const method of ['GET', 'POST', 'DELETE']) {
      expect(await api(path, { method })).toMatchObject({
        status: 404,
        body: { code: 'NOT_FOUND' },
      });
    }
  },
);

test('a response is cached privately, and not sent again while it is unchanged', async () => {
  const { courseId, student } = await createScene();
  const path = `/api/courses/${courseId}`;
  const first = await api(path, { as: student });
  const etag = first.headers.get('etag') ?? '';
  expect(first.headers.get('cache-control')).toBe('private, no-cache');
  expect(first.headers.get('vary')).toBe('Cookie, Authorization');
  for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
    const again = await api(path, { as: student, headers: { 'if-none-match': known } });
    expect(again).toMatchObject({ status: 304, body: null });
    expect(again.headers.get('etag')).toBe(etag);
  }
  const others = await api(path, { as: await createUser(), headers: { 'if-none-match': etag } });
  expect(others.status).toBe(200);
});

test('refusals and bookings are never cached', async () => {
  const { st, student } = await createScene();
  const json = { st_id: st.id, scheduled_start: '2026-03-05T15:00:00Z' };
  for (const answer of [await api('/api/sessions'), await post({ as: student, json })]) {
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  }
});

test('the document is public and cached', async () => {
  const answer = await api('/api/openapi.json');
  expect(answer).toMatchObject({ status: 200, body: { openapi: '3.1.0' } });
  expect(answer.headers.get('cache-control')).toBe('public, max-age=300');
});
