import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DOCUMENT } from '@/__tests__/support/openapi';
import { ADDRESSES } from '@/app/api/openapi.json/addresses';

const METHODS = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'];

// Routes outside the documented API, each with its audience.
const OTHERS = [
  '/api/[[...unknown]]', // unknown paths
  '/api/analytics/seen', // the images of pages that run no JavaScript
  '/api/auth/[...nextauth]', // next-auth's own
  '/api/calendar/[file]', // calendars that subscribe
  '/api/cron/reminders', // the scheduler
  '/api/cron/sessions', // the scheduler
  '/api/health', // load balancers and monitors
  '/api/openapi.json', // the description itself
];

const FOLDER = join(process.cwd(), 'app/api');

/** The addresses of app/api, as its folders name them. */
const routes = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('route.ts'))
  .map((path) => `/api/${path.replace(/\/?route\.ts$/, '')}`)
  .filter((address) => !OTHERS.includes(address))
  .sort();

test('every route of app/api is described, under the address that its folder gives it', () => {
  const described = Object.keys(ADDRESSES).map((address) => address.replace('{id}', '[id]'));
  expect(routes).toEqual(described.sort());
});

test.each(Object.entries(ADDRESSES))('%s answers every method', (_address, file) => {
  expect(Object.keys(file).sort()).toEqual(METHODS);
});

test('operation names are unique', () => {
  const items = Object.values(DOCUMENT.paths ?? {});
  const names = items.flatMap(({ get, post }) =>
    [get, post].flatMap((each) => each?.operationId ?? []),
  );
  expect(names.length).toBeGreaterThanOrEqual(items.length);
  expect(new Set(names).size).toBe(names.length);
});
