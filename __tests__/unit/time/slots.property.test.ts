import fc from 'fast-check';
import type { Instant } from '@/lib/time/intervals';
import { type OpenSlotsInput, openSlots } from '@/lib/time/slots';
import { openSlotsInput, rangeNear, SCENES } from './arbitraries';
import { everyDay } from './fixtures';
import { slotsMinuteByMinute } from './oracle';

const inputOfAnyScene = fc.constantFrom(...SCENES).chain(openSlotsInput);

/** Like the others, and those that are available always, alone or between two zones. */
const inputWithoutEnd: fc.Arbitrary<OpenSlotsInput> = fc.constantFrom(...SCENES).chain((scene) =>
  fc.tuple(openSlotsInput(scene), fc.boolean()).map(([input, alone]) => ({
    ...input,
    weeklyWindows: alone
      ? everyDay('00:00-24:00', scene.zone)
      : [...everyDay('00:00-13:30', scene.zone), ...everyDay('12:30-24:00', scene.zone)].map(
          (window, index) => (index < 7 ? window : { ...window, timeZone: 'UTC' }),
        ),
  })),
);

test.each(SCENES)('the same slots as minute by minute: $zone, $date', (scene) => {
  fc.assert(
    fc.property(openSlotsInput(scene), (input) => {
      const expected = slotsMinuteByMinute(input);
      fc.pre(expected !== null);
      expect(openSlots(input)).toEqual(expected);
    }),
    // A failure is shrunk, which the oracle would make long.
    { numRuns: 20, interruptAfterTimeLimit: 10_000 },
  );
});

test('a narrow range has the same slots as a wide one there', () => {
  const cases = fc.oneof(inputOfAnyScene, inputWithoutEnd).chain((input) =>
    fc.record({
      input: fc.constant(input),
      inner: rangeNear(input.range.start),
    }),
  );
  fc.assert(
    fc.property(cases, ({ input, inner }) => {
      const wide = {
        start: Math.min(input.range.start, inner.start),
        end: Math.max(input.range.end, inner.end),
      };
      const listed = openSlots({ ...input, range: wide });
      const inside = listed.filter((start) => start >= inner.start && start < inner.end);
      expect(openSlots({ ...input, range: inner })).toEqual(inside);
    }),
    { numRuns: 600 },
  );
});

test('a start can be booked exactly when it is listed', () => {
  const cases = fc.record({ input: inputOfAnyScene, minute: fc.integer({ min: 0, max: 4320 }) });
  fc.assert(
    fc.property(cases, ({ input, minute }) => {
      const canBeBooked = (start: Instant) =>
        openSlots({ ...input, range: { start, end: start + 1 } }).length === 1;
      const listed = openSlots(input);
      expect(listed.filter(canBeBooked)).toEqual(listed);
      const start = input.range.start + minute * 60_000;
      fc.pre(start < input.range.end);
      expect(canBeBooked(start)).toBe(listed.includes(start));
    }),
    { numRuns: 100 },
  );
});
