import fc from 'fast-check';
import { iso } from '@/lib/time/iso';
import { clipZone, offsetIn } from '@/lib/time/zone';
import { occursTwiceIn, startsByDate } from '@/lib/time/zone-clock';
import { findZone } from '@/lib/time/zone-offsets';
import { at } from './fixtures';

const YEAR_MS = 365 * 86_400_000;

describe('startsByDate', () => {
  test('puts starts under the date of the zone, in order, without empty dates', () => {
    const starts = ['2026-03-03T22:00Z', '2026-03-03T23:00Z', '2026-03-05T10:00Z'].map(at);
    expect([...startsByDate(findZone('Europe/Berlin'), starts)]).toEqual([
      ['2026-03-03', [at('2026-03-03T22:00Z')]],
      ['2026-03-04', [at('2026-03-03T23:00Z')]],
      ['2026-03-05', [at('2026-03-05T10:00Z')]],
    ]);
  });

  test('of nothing is empty', () => {
    expect(startsByDate(findZone('UTC'), []).size).toBe(0);
  });
});

test('iso is toISOString, whatever came before', () => {
  const instant = fc.integer({ min: at('1969-01-01T00:00Z'), max: at('2300-01-01T00:00Z') });
  fc.assert(
    fc.property(instant, instant, (one, other) => {
      for (const each of [one, other, one]) expect(iso(each)).toBe(new Date(each).toISOString());
    }),
  );
});

test('inside its range, a clipped zone is the whole zone', () => {
  const name = fc.constantFrom('Europe/Berlin', 'Pacific/Apia', 'America/Vancouver', 'UTC');
  const start = fc.integer({ min: at('1990-01-01T00:00Z'), max: at('2190-01-01T00:00Z') });
  const length = fc.integer({ min: 1, max: 2 * YEAR_MS });
  fc.assert(
    fc.property(
      name,
      start,
      length,
      fc.double({ min: 0, max: 1, noNaN: true }),
      (zone, from, long, share) => {
        const whole = findZone(zone);
        const clipped = clipZone(whole, { start: from, end: from + long });
        const instant = from + Math.floor(share * (long - 1));
        expect(offsetIn(clipped, instant)).toBe(offsetIn(whole, instant));
      },
    ),
  );
});

test('the whole hour before and after clocks go back occurs twice, and nothing else of that day', () => {
  const zone = findZone('Europe/Berlin');
  const minutes = Array.from(
    { length: 300 },
    (_, minute) => at('2026-10-24T22:00Z') + minute * 60_000,
  );
  const twice = minutes.filter((instant) => occursTwiceIn(zone, instant));
  expect([twice.length, twice[0], twice.at(-1)]).toEqual([
    120,
    at('2026-10-25T00:00Z'),
    at('2026-10-25T01:59Z'),
  ]);
});
