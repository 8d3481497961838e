import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { ADDRESSES } from '@/app/api/openapi.json/addresses';
import { documentOf } from '@/lib/http/api/openapi';

export const DOCUMENT = documentOf(ADDRESSES, 'http://localhost:3000');

const ajv = addFormats(new Ajv2020({ strict: false, allErrors: true }));
ajv.addSchema(DOCUMENT, 'openapi');

/** The address of `pathname` as the document writes it, such as `/api/courses/{id}`; else null. */
export function addressOf(pathname: string): keyof typeof ADDRESSES | null {
  const fits = (address: string) =>
    new RegExp(`^${address.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(pathname);
  return (Object.keys(ADDRESSES) as (keyof typeof ADDRESSES)[]).find(fits) ?? null;
}

interface Answered {
  status: number;
  type: string | null;
  body: unknown;
}

/** Fails unless the OpenAPI document describes this response to this request. */
export function expectDescribed(
  { method, pathname }: { method: string; pathname: string },
  { status, type, body }: Answered,
): void {
  const address = addressOf(pathname);
  const item = DOCUMENT.paths?.[address ?? ''];
  const operation = method === 'GET' ? item?.get : method === 'POST' ? item?.post : undefined;
  if (!operation) {
    // What the document does not know of can only be refused.
    expect({ type, body }).toEqual({ type: 'application/problem+json', body: problem(status) });
    return;
  }
  const described = operation.responses?.[status];
  const where = `${method} ${address} answers ${status} ${JSON.stringify(body)}`;
  if (!described) throw new Error(`${where}, which the document does not know of.`);
  const types = 'content' in described ? Object.keys(described.content ?? {}) : [];
  expect({ where, types }).toEqual({ where, types: type === null ? [] : [type] });
  if (type === null) return;
  const steps = ['paths', address, method.toLowerCase(), 'responses', status, 'content', type];
  const validate = ajv.compile({ $ref: `openapi#${pointerOf([...steps, 'schema'])}` });
  validate(body);
  expect({ where, errors: validate.errors }).toEqual({ where, errors: null });
}

function problem(status: number) {
  return {
    title: expect.any(String),
    status,
    detail: expect.any(String),
    code: expect.stringMatching(/^[A-Z_]+$/),
    request_id: expect.any(String),
  };
}

function pointerOf(steps: readonly unknown[]): string {
  return steps
    .map(
      (step) => `/${encodeURIComponent(String(step).replaceAll('~', '~0').replaceAll('/', '~1'))}`,
    )
    .join('');
}
