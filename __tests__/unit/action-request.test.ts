import { checkActionRequest } from '@/lib/http/action-request';

type Field = [name: string, value: string];

type Case = [name: string, request: Request];

const ID = '40cafe';
const FORM: Field[] = [
  ['_1_email', 'sam@example.com'],
  ['0', '[{"email":"","error":null},"$K1"]'],
];

function post(body: BodyInit | null, headers: Record<string, string>): Request {
  return new Request('http://localhost/', { method: 'POST', headers, body });
}

/** As a browser sends it. */
function multipart(fields: Field[], headers: Record<string, string> = {}): Request {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  const request = new Request('http://localhost/', { method: 'POST', body: form });
  for (const [name, value] of Object.entries(headers)) request.headers.set(name, value);
  return request;
}

const call = (fields: Field[]) => multipart(fields, { 'next-action': ID });

const withoutScripts = (bound: string | null, id = `{"id":"${ID}","bound":"$@1"}`): Request =>
  multipart([
    ['$ACTION_REF_1', ''],
    ['$ACTION_1:0', id],
    ...(bound === null ? [] : [['$ACTION_1:1', bound] satisfies Field]),
    ['$ACTION_KEY', 'k12'],
    ['note', '$1 and --x\r\nContent-Type: text/plain\r\n\r\n'],
  ]);

const passed = { ok: true, value: null };
const refused = { ok: false, code: 'BAD_REQUEST' };

test.each([
  ['a call with a state and a form', call(FORM)],
  ['a call with a form alone', call([['0', '["$K1"]']])],
  [
    'a call with a state that has dollar signs',
    call([['0', '[{"a":"$$5","b":"$undefined"},"$K1"]']]),
  ],
  ['a form without scripts', withoutScripts('[{"email":"","error":null}]')],
  ['a form without scripts whose action has no state', multipart([[`$ACTION_ID_${ID}`, '']])],
  ['a form of some other kind', multipart([['a', 'b']])],
  ['what is no form', post('{', { 'content-type': 'application/json' })],
  ['what only asks', new Request('http://localhost/', { headers: { 'next-action': ID } })],
])('%s is passed on', async (_, request) => {
  expect(await checkActionRequest(request)).toEqual(passed);
});

const MALFORMED: Case[] = [
  ['a call without arguments', call([['_1_a', 'b']])],
  ['a call with arguments given twice', call([...FORM, ['0', '["$K1"]']])],
  ['a call with more fields than arguments', call([...FORM, ['1', '[']])],
  ...['[]', '["x"]', '["$K1",{}]', '[1,2,"$K1"]', '["$K"]', '"$K1"', '{}', '[', ''].map(
    (text) => [`a call of ${text}`, call([['0', text]])] satisfies Case,
  ),
  ...['"$1"', '{"a":"$n9"}', '[["$Q1"]]', `${'['.repeat(30)}${']'.repeat(30)}`].map(
    (state) => [`a call with the state ${state}`, call([['0', `[${state},"$K1"]`]])] satisfies Case,
  ),
  ...['["x"]', '[]', ''].map(
    (body) =>
      [
        `a call in text, ${body}`,
        post(body, { 'next-action': ID, 'content-type': 'text/plain' }),
      ] satisfies Case,
  ),
  ['a call without a type', post(null, { 'next-action': ID })],
  ['a form without its state', withoutScripts(null)],
  ['a form whose state refers elsewhere', withoutScripts('["$2"]')],
  ['a form whose state is no list', withoutScripts('{}')],
  [
    'a form whose action is bound otherwise',
    withoutScripts('[{}]', `{"id":"${ID}","bound":"$Q1"}`),
  ],
  ['an empty form', post('', { 'content-type': 'multipart/form-data; boundary=x' })],
  [
    'a form that says it has no fields',
    post('--x--\r\n', { 'content-type': 'multipart/form-data; boundary=x' }),
  ],
  ['a form that names no boundary', post('--x--\r\n', { 'content-type': 'multipart/form-data' })],
  [
    'a form that stops short',
    post('--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n', {
      'content-type': 'multipart/form-data; boundary=x',
    }),
  ],
];

test.each(MALFORMED)('%s is refused', async (_, request) => {
  expect(await checkActionRequest(request)).toEqual(refused);
});

test('a file is refused, however it is sent', async () => {
  for (const headers of [
    '; filename="x"',
    '\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64',
  ]) {
    const part = `--x\r\nContent-Disposition: form-data; name="a"${headers}\r\n\r\nb\r\n--x--\r\n`;
    const type = { 'content-type': 'multipart/form-data; boundary=x' };
    expect(await checkActionRequest(post(part, type))).toEqual(refused);
  }
});

test('a form of more than a megabyte is refused, and read no further', async () => {
  expect(await checkActionRequest(multipart([['note', 'x'.repeat(1_100_000)]]))).toEqual({
    ok: false,
    code: 'BODY_TOO_LARGE',
  });
});
