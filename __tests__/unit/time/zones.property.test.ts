import fc from 'fast-check';
import { localDate, localTimeToInstants } from '@/lib/time/local-time';
import { clockChanges, offsetAt } from '@/lib/time/zone-offsets';
import { SCENES } from './arbitraries';
import { minutesByWallClock } from './oracle';

const HOUR = 3_600_000;

describe.each(SCENES)('$zone, $date', ({ zone, around }) => {
  const days = { start: around - 48 * HOUR, end: around + 48 * HOUR };
  const shown = minutesByWallClock(zone, days);

  test('every minute has the local date of its zone', () => {
    const wrong = [...shown].filter(([wall, instants]) =>
      instants.some((instant) => localDate(instant, zone) !== wall.slice(0, 10)),
    );
    expect(wrong).toEqual([]);
  });

  test('every local time of a day maps to its instants', () => {
    const wrong = [...shown].filter(([wall, instants]) => {
      // Close to the ends, the other pass of a fold may lie outside of what was looked at.
      if (instants.some((instant) => Math.abs(instant - around) > 24 * HOUR)) return false;
      return String(localTimeToInstants(wall, zone)) !== String(instants);
    });
    expect(wrong).toEqual([]);
  });

  test('a skipped local time has no instant', () => {
    const [first] = shown.keys();
    const from = Date.parse(`${first}Z`);
    const minutes = Array.from({ length: 2 * 1440 }, (_, index) => 1440 + index);
    const wrong = minutes
      .map((minute) => new Date(from + minute * 60_000).toISOString().slice(0, 16))
      .filter((wall) => !shown.has(wall) && localTimeToInstants(wall, zone).length > 0);
    expect(wrong).toEqual([]);
  });

  test('a clock change is an instant at which the wall clock jumps', () => {
    const jumps = [...shown]
      .flatMap(([wall, instants]) => instants.map((at) => ({ at, wall: Date.parse(`${wall}Z`) })))
      .sort((a, b) => a.at - b.at)
      .filter(({ at, wall }, index, all) => {
        const before = all[index - 1];
        return before !== undefined && wall - at !== before.wall - before.at;
      });
    expect(clockChanges(zone, days).map(({ at }) => at)).toEqual(jumps.map(({ at }) => at));
  });
});

// The runtime's zone data is older than the package's, so they agree on what was, not on what is to come.
test('past offsets of any zone match the runtime’s local time', () => {
  const cases = fc.record({
    zone: fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
    second: fc.integer({ min: 0, max: Date.UTC(2025, 0, 1) / 1000 }),
  });
  fc.assert(
    fc.property(cases, ({ zone, second }) => {
      const instant = second * 1000;
      const wall = new Date(instant).toLocaleString('sv-SE', { timeZone: zone });
      expect(offsetAt(zone, instant)).toBe(Date.parse(`${wall.replace(' ', 'T')}Z`) - instant);
    }),
    { numRuns: 1000 },
  );
});
