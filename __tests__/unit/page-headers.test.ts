import { isPagePath, pageHeaders } from '@/lib/http/page-headers';

const SITE = 'http://localhost:3000';

test.each([
  ['/', true],
  ['/dashboard?page=2', true],
  ['/apis', true],
  ['/api', false],
  ['/api/sessions', false],
  ['/_next/static/x.js', false],
])('%s is a page: %s', (path, expected) => {
  expect(isPagePath(path)).toBe(expected);
});

test.each([
  ['/book/1?time=2026-12-01', '/book/1?time=2026-12-01'],
  ['/book/1?time=2026-12-01&_rsc=1x', '/book/1?time=2026-12-01'],
  ['/dashboard?_rsc=1x', '/dashboard'],
])('%s is passed on as %s', (url, expected) => {
  expect(pageHeaders(url, SITE)['x-requested-path']).toBe(expected);
});

test('each request has its own nonce', () => {
  const policies = [1, 2].map(() => pageHeaders('/', SITE)['content-security-policy']);
  expect(new Set(policies).size).toBe(2);
});
