import { type OpenSlotsInput, openSlots } from '@/lib/time/slots';
import { at, everyDay, hours, isos, slotsInput, span, times, window } from './fixtures';

const ALL = '09:00 09:30 10:00 10:30 11:00';
const ALL_FROM_10 = '10:00 10:30 11:00';

describe('notice, horizon and range', () => {
  const day = 24 * 60;

  test.each<[string, Partial<OpenSlotsInput>, string]>([
    [
      'notice up to a start includes it',
      { minNoticeMinutes: 2 * day + 10 * 60 },
      '10:00 10:30 11:00',
    ],
    ['a minute more excludes it', { minNoticeMinutes: 2 * day + 10 * 60 + 1 }, '10:30 11:00'],
    ['now at a start excludes it', { now: at('2026-03-03T10:00Z') }, '10:30 11:00'],
    ['now a millisecond earlier includes it', { now: at('2026-03-03T09:59:59.999Z') }, ALL_FROM_10],
    [
      'a horizon up to a start excludes it',
      { now: at('2026-03-01T10:00Z'), horizonDays: 2 },
      '09:00 09:30',
    ],
    [
      'a millisecond more includes it',
      { now: at('2026-03-01T10:00:00.001Z'), horizonDays: 2 },
      '09:00 09:30 10:00',
    ],
    ['no horizon', { horizonDays: 0 }, ''],
    ['an endless horizon', { horizonDays: Number.POSITIVE_INFINITY }, ALL],
    ['a range from a start includes it', { range: hours('10:00', '11:30') }, '10:00 10:30 11:00'],
    ['a range up to a start excludes it', { range: hours('08:00', '10:00') }, '09:00 09:30'],
    ['a session may end behind the range', { range: hours('10:00', '10:01') }, '10:00'],
    [
      'a claim that reaches a minute into the range',
      { range: hours('10:00', '11:30'), teacherClaims: [hours('09:00', '10:01')] },
      '10:30 11:00',
    ],
    ['a range between two starts', { range: hours('10:01', '10:30') }, ''],
    ['an empty range', { range: hours('10:00', '10:00') }, ''],
    ['a reversed range', { range: hours('11:00', '10:00') }, ''],
    ['a range that is no range', { range: { start: Number.NaN, end: Number.NaN } }, ''],
  ])('%s', (_name, changed, expected) => {
    expect(times(changed)).toBe(expected);
  });

  test('the horizon counts days of 24 hours, even when a local day has 23', () => {
    const input = slotsInput({
      now: at('2026-03-07T15:00Z'),
      range: span('2026-03-07T00:00Z', '2026-03-10T00:00Z'),
      weeklyWindows: [window('sunday 10:00-13:00', 'America/New_York')],
      horizonDays: 1,
    });
    expect(isos(openSlots(input))).toEqual(['2026-03-08T14:00Z', '2026-03-08T14:30Z']);
  });
});

describe('the limits of the calculation', () => {
  test.each([
    ['before 1970', '1969-12-31T00:00Z', []],
    ['from 1970', '1970-01-01T00:00Z', ['1970-01-01T22:00Z']],
    ['to 2199', '2199-12-31T00:00Z', ['2199-12-31T22:00Z']],
    ['from 2200', '2200-01-01T00:00Z', []],
  ])('%s', (_name, midnight, expected) => {
    const start = at(midnight);
    const open = openSlots(
      slotsInput({
        now: start,
        range: { start, end: start + 86_400_000 },
        weeklyWindows: everyDay('22:00-23:00', 'UTC'),
      }),
    );
    expect(isos(open)).toEqual(expected);
  });
});

test.each<[string, Partial<OpenSlotsInput>]>([
  ['no step', { slotStepMinutes: 0 }],
  ['a step that is no number', { slotStepMinutes: Number.NaN }],
  ['no duration', { durationMinutes: 0 }],
  ['a negative buffer', { bufferMinutes: -1 }],
  ['a negative notice', { minNoticeMinutes: -1 }],
  ['a negative horizon', { horizonDays: -1 }],
  ['an unknown zone', { weeklyWindows: [window('tuesday 09:00-12:00', 'Europe/Atlantis')] }],
])('%s is refused', (_name, changed) => {
  expect(() => openSlots(slotsInput(changed))).toThrow(RangeError);
});

test('the input is not changed', () => {
  const teacherClaims = Object.freeze([hours('11:00', '12:00'), hours('09:00', '09:30')]);
  expect(times({ teacherClaims })).toBe('09:30 10:00');
});

describe('asked about one start', () => {
  test.each([
    ['2026-03-03T09:30Z', [at('2026-03-03T09:30Z')]],
    ['2026-03-03T09:31Z', []],
    ['2026-03-03T09:30:00.001Z', []],
    ['2026-03-03T11:30Z', []],
  ])('%s', (iso, expected) => {
    const start = at(iso);
    expect(openSlots(slotsInput({ range: { start, end: start + 1 } }))).toEqual(expected);
  });
});
