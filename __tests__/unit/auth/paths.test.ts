import { loginPath, safeNextPath } from '@/lib/auth/paths';

const HOME = '/dashboard';

test.each([
  '/courses/1/book?st=2&date=2026-03-05&time=2026-03-05T15%3A00%3A00.000Z',
  '/dashboard',
  '/',
  '/settings?next=https://evil.example',
  '/a/b//c',
  '/name@host',
])('%s is a path of this site', (next) => {
  expect(safeNextPath(next)).toBe(next);
});

test.each([
  ['nothing', null],
  ['nothing', undefined],
  ['nothing', ''],
  ['a relative path', 'dashboard'],
  ['another site', 'https://evil.example/'],
  ['another site without a scheme', '//evil.example'],
  ['another site behind three slashes', '///evil.example'],
  ['a backslash, which browsers read as a slash', '/\\evil.example'],
  ['two backslashes', '\\\\evil.example'],
  ['a tab, which browsers leave out', '/\t/evil.example'],
  ['a newline, which browsers leave out', '/\n/evil.example'],
  ['a carriage return, which browsers leave out', '/\r/evil.example'],
  ['a tab before it all', '\t//evil.example'],
  ['a space before it all', ' //evil.example'],
  ['a script', 'javascript:alert(1)'],
  ['data', 'data:text/html,hello'],
  ['what is no address at all', '//['],
  ['this site by its name', 'http://localhost/dashboard'],
])('%s leads to the dashboard: %j', (_what, next) => {
  expect(safeNextPath(next)).toBe(HOME);
});

// Dots disappear when an address is read, and what stays may begin with two slashes.
test.each([
  '/.//evil.example',
  '/..//evil.example',
  '/a/..//evil.example',
  '/%2e//evil.example',
  '/./\\evil.example',
  '/.\t//evil.example',
])('%j stays on this site in a browser', (next) => {
  const page = 'https://peerloop.example/login';
  const followed = new URL(safeNextPath(next), page);
  expect(followed.origin).toBe('https://peerloop.example');
});

test('sign-in links contain the current page, unless it is the default', () => {
  expect(loginPath('/book/1?date=2026-03-05')).toBe('/login?next=%2Fbook%2F1%3Fdate%3D2026-03-05');
  expect(loginPath('/dashboard')).toBe('/login');
  expect(loginPath(null)).toBe('/login');
  expect(loginPath('')).toBe('/login');
});
