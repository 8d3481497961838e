import fc from 'fast-check';
import { compactStarts, readCompactStarts } from '@/lib/booking/compact-starts';
import type { Instant } from '@/lib/time/intervals';
import { at } from './fixtures';

/** What a browser reads of starts that the server sent. */
function sent(starts: readonly Instant[]): Instant[] {
  return readCompactStarts(JSON.parse(JSON.stringify(compactStarts(starts))));
}

test.each([
  { name: 'none', times: [] },
  { name: 'one', times: ['2026-03-03T08:00Z'] },
  { name: 'one at the epoch', times: ['1970-01-01T00:00Z'] },
  {
    name: 'irregular steps',
    times: ['2026-03-03T08:00Z', '2026-03-03T08:07Z', '2026-03-10T23:59Z'],
  },
  { name: 'seconds', times: ['1970-01-01T00:00:00Z', '1970-01-01T00:00:31Z'] },
])('starts are the same after they were sent: $name', ({ times }) => {
  const starts = times.map(at);
  expect(sent(starts)).toEqual(starts);
});

test('any ascending starts are the same after they were sent', () => {
  const instant = fc.integer({ min: at('1970-01-01T00:00Z'), max: at('2100-01-01T00:00Z') });
  fc.assert(
    fc.property(fc.uniqueArray(instant, { maxLength: 200 }), (instants) => {
      const starts = instants.sort((one, other) => one - other);
      expect(sent(starts)).toEqual(starts);
    }),
  );
});

test('starts are sent as the first one and the minutes between them', () => {
  const times = ['2026-03-03T08:00Z', '2026-03-03T08:30Z', '2026-03-04T08:30Z'];
  expect(compactStarts(times.map(at))).toEqual({
    first: at('2026-03-03T08:00Z'),
    gaps: [30, 1440],
  });
});
