import { resolveInstant } from '@/lib/time/resolve-instant';

test.each([
  ['2026-12-01T10:00:00', '2026-12-01T09:00:00.000Z'],
  ['2026-12-01T10:00:00.000', '2026-12-01T09:00:00.000Z'],
  ['2026-12-01T10:00:00.5', '2026-12-01T09:00:00.500Z'],
  ['2026-12-01T10:00:00.1239', '2026-12-01T09:00:00.123Z'],
  ['2026-12-01T10:00:00.5Z', '2026-12-01T10:00:00.500Z'],
])('%s in Berlin is %s', (text, expected) => {
  const start = Date.parse(expected);
  expect(resolveInstant(text, 'Europe/Berlin')).toEqual({ ok: true, value: start });
});

test.each([
  ['2026-03-29T02:30:00.5', 'TIME_DOES_NOT_EXIST'],
  ['2026-10-25T02:30:00.5', 'TIME_IS_AMBIGUOUS'],
])('%s in Berlin is refused: %s', (text, code) => {
  expect(resolveInstant(text, 'Europe/Berlin')).toEqual({ ok: false, code });
});
