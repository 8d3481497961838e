import fc from 'fast-check';
import { api } from '@/__tests__/support/api';
import { createEnrollment, createScene, createSession } from '@/__tests__/support/factories';
import { DOCUMENT } from '@/__tests__/support/openapi';
import { type JsonSchema, valuesOf } from '@/__tests__/support/schema-arbitrary';

// Sends valid and invalid requests to every operation of the OpenAPI document. The client checks each response
// against the document. Because that includes 500, the status is checked here. A logged bug fails the test.

const RUNS = 60;
const STUDENTS = 8;

interface Operation {
  parameters?: { in: 'path' | 'query' | 'header'; name: string; schema: JsonSchema }[];
  requestBody?: { content: { 'application/json': { schema: JsonSchema } } };
}

const operations = Object.entries(DOCUMENT.paths ?? {}).flatMap(([address, item]) =>
  (['get', 'post'] as const).flatMap((method) => {
    const operation = item?.[method];
    return operation
      ? [{ method: method.toUpperCase(), address, operation: operation as unknown as Operation }]
      : [];
  }),
);

let ids: string[];
let students: { id: string }[];

beforeAll(async () => {
  const { courseId, st, enrollment } = await createScene();
  const others = await Promise.all(
    Array.from({ length: STUDENTS }, () => createEnrollment({ courseId })),
  );
  const { id } = await createSession({
    enrollmentId: enrollment.id,
    stId: st.id,
    scheduledStart: new Date('2026-03-05T10:00:00Z'),
  });
  students = others.map(({ studentId }) => ({ id: studentId }));
  ids = [courseId, st.id, enrollment.id, id, ...others.map((other) => other.id)];
});

/** What to send to an operation: a path, headers, and a body of JSON or of any bytes. */
function requestsTo(address: string, { parameters = [], requestBody }: Operation) {
  const of = (place: string) => {
    const chosen = parameters.filter((parameter) => parameter.in === place);
    const values = chosen.map(({ name, schema }) => [name, valuesOf(schema, ids)] as const);
    return fc.record<Record<string, unknown>>(Object.fromEntries(values), { requiredKeys: [] });
  };
  const schema = requestBody?.content['application/json'].schema;
  return fc.record({
    path: of('path').map(({ id = 'x' }) =>
      address.replace('{id}', () => encodeURIComponent(textOf(id))),
    ),
    query: of('query').map(textsOf),
    headers: of('header').map(textsOf).map(sendable),
    json: schema ? valuesOf(schema, ids) : fc.constant({}),
    bytes: fc.option(fc.uint8Array({ maxLength: 50 }), { freq: 9 }),
    as: fc.option(fc.constantFrom(...students), { freq: 9 }),
  });
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function textsOf(values: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, textOf(value)]));
}

/** Only characters that a client can send in a header. */
function sendable(headers: Record<string, string>): Record<string, string> {
  const clean = (text: string) => text.replaceAll(/[^\x20-\x7e]/g, '');
  return Object.fromEntries(Object.entries(headers).map(([name, text]) => [name, clean(text)]));
}

test.each(operations)('$method $address withstands random requests', async (each) => {
  const { method, address, operation } = each;
  const statuses = new Set<number>();
  await fc.assert(
    fc.asyncProperty(
      requestsTo(address, operation),
      async ({ path, query, bytes, json, ...sent }) => {
        const headers = { 'content-type': 'application/json', ...sent.headers };
        const body = bytes ? { body: bytes } : { json };
        const { status } = await api(`${path}?${new URLSearchParams(query)}`, {
          method,
          headers,
          ...(method === 'POST' && body),
          ...(sent.as && { as: sent.as }),
        });
        statuses.add(status);
        expect(status).toBeLessThan(500);
      },
    ),
    { numRuns: RUNS },
  );
  // It was not only turned away at the door.
  expect(statuses.size).toBeGreaterThan(1);
});
