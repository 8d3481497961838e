import { isUuid } from '@/lib/db/ids';
import { ok, refuse } from '@/lib/result';

test('a result has a value if ok is true, and a code otherwise', () => {
  expect(ok(3)).toEqual({ ok: true, value: 3 });
  expect(refuse('NOT_ENROLLED')).toEqual({ ok: false, code: 'NOT_ENROLLED' });
});

test.each([
  ['01a202d3-8397-7015-a5a5-4b14cf93766b', true],
  ['01A202D3-8397-7015-A5A5-4B14CF93766B', true],
  ['01a202d3-8397-7015-a5a5-4b14cf93766', false],
  ['01a202d383977015a5a54b14cf93766b', false],
  [' 01a202d3-8397-7015-a5a5-4b14cf93766b', false],
  ['01a202d3-8397-7015-a5a5-4b14cf93766b\n', false],
  ['', false],
])('%j can be an id: %s', (value, can) => {
  expect(isUuid(value)).toBe(can);
});
