import fc from 'fast-check';
import type { Instant, Interval } from '@/lib/time/intervals';
import type { OpenSlotsInput } from '@/lib/time/slots';
import type { WeeklyWindow } from '@/lib/time/weekly-windows';
import { at, EVERY_DAY, everyDay } from './fixtures';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

export interface Scene {
  zone: string;
  /** For the name of the test. */
  date: string;
  around: Instant;
  /** A zone for windows beside those of `zone`; one per scene, as each costs the oracle time. */
  otherZone: string;
}

/** Zones at a time when their clocks did something worth trying, or, some of them, nothing. */
export const SCENES: readonly Scene[] = [
  ['America/New_York', '2026-03-08T07:00Z', 'Europe/Berlin'],
  ['America/New_York', '2026-11-01T06:00Z', 'America/Phoenix'],
  ['Europe/Berlin', '2026-03-29T01:00Z', 'Antarctica/Troll'],
  ['Europe/Berlin', '2026-10-25T01:00Z', 'Asia/Kathmandu'],
  ['Australia/Lord_Howe', '2026-04-04T15:00Z', 'Pacific/Chatham'],
  ['Australia/Lord_Howe', '2026-10-03T15:30Z', 'Australia/Sydney'],
  ['Pacific/Apia', '2011-12-30T10:00Z', 'Pacific/Fakaofo'],
  ['Pacific/Kwajalein', '1993-08-21T12:00Z', 'UTC'],
  ['Asia/Kathmandu', '1985-12-31T18:30Z', 'Asia/Kolkata'],
  ['Asia/Kathmandu', '2026-03-08T07:00Z', 'America/New_York'],
  ['America/Phoenix', '2026-03-08T07:00Z', 'America/Denver'],
  ['America/Santiago', '2026-04-05T03:00Z', 'UTC'],
  ['America/Santiago', '2026-09-06T04:00Z', 'UTC'],
  ['America/Havana', '2026-03-08T05:00Z', 'America/New_York'],
  ['America/Havana', '2025-11-02T05:00Z', 'America/New_York'],
  ['Asia/Beirut', '2026-03-28T22:00Z', 'Africa/Cairo'],
  ['Asia/Beirut', '2026-10-24T21:00Z', 'Asia/Gaza'],
  ['Africa/Casablanca', '2026-02-15T02:00Z', 'UTC'],
  ['Africa/Casablanca', '2026-03-22T02:00Z', 'Africa/El_Aaiun'],
  ['Africa/El_Aaiun', '2025-02-23T02:00Z', 'Atlantic/Canary'],
  ['Antarctica/Troll', '2026-03-29T01:00Z', 'UTC'],
  ['Antarctica/Troll', '2026-10-25T01:00Z', 'UTC'],
  ['Antarctica/Casey', '2019-10-03T19:00Z', 'UTC'],
  ['Pacific/Chatham', '2026-04-04T14:00Z', 'Pacific/Auckland'],
  ['Pacific/Chatham', '2026-09-26T14:00Z', 'Pacific/Apia'],
  ['America/Sao_Paulo', '2018-11-04T03:00Z', 'America/Recife'],
  ['America/Sao_Paulo', '2019-02-17T02:00Z', 'America/Bogota'],
  ['America/Recife', '2000-10-12T00:00Z', 'UTC'],
  ['America/St_Johns', '2011-11-06T02:31Z', 'UTC'],
  ['Asia/Pyongyang', '2018-05-04T15:00Z', 'Asia/Seoul'],
  ['America/Caracas', '2007-12-09T07:00Z', 'UTC'],
].map(([zone = '', around = '', otherZone = '']) => ({
  zone,
  date: around.slice(0, 10),
  around: at(around),
  otherZone,
}));

const minutes = (min: number, max: number) => fc.integer({ min, max });

/** Minutes of a day, the hours of the night and the quarters of an hour more often than others. */
const timeOfDay = fc.oneof(
  minutes(0, 16).map((quarter) => quarter * 15),
  minutes(0, 96).map((quarter) => quarter * 15),
  minutes(0, 1440),
);

function clock(minute: number): string {
  const [hour, rest] = [Math.floor(minute / 60), minute % 60];
  return `${String(hour).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}

function weeklyWindow(zones: readonly string[]): fc.Arbitrary<WeeklyWindow> {
  return fc
    .record({
      dayOfWeek: fc.constantFrom(...EVERY_DAY),
      from: timeOfDay,
      to: timeOfDay,
      timeZone: fc.constantFrom(...zones),
    })
    .map(({ dayOfWeek, from, to, timeZone }) => ({
      dayOfWeek,
      startTime: clock(Math.min(from, to)),
      endTime: clock(Math.max(from, to)),
      timeZone,
    }));
}

/** A week open but for a short while on one day, whose clocks may skip that while. */
function nearlyAlways(zone: string): fc.Arbitrary<WeeklyWindow[]> {
  return fc
    .record({ day: fc.constantFrom(...EVERY_DAY), from: timeOfDay, length: minutes(1, 60) })
    .map(({ day, from, length }) =>
      everyDay('00:00-24:00', zone).flatMap((window) =>
        window.dayOfWeek === day
          ? [
              { ...window, endTime: clock(from) },
              { ...window, startTime: clock(Math.min(from + length, 1440)) },
            ]
          : [window],
      ),
    );
}

function weeklyWindows({ zone, otherZone }: Scene): fc.Arbitrary<WeeklyWindow[]> {
  return fc.oneof(
    { weight: 4, arbitrary: fc.array(weeklyWindow([zone]), { maxLength: 8 }) },
    { weight: 3, arbitrary: fc.array(weeklyWindow([zone, otherZone]), { maxLength: 12 }) },
    { weight: 1, arbitrary: nearlyAlways(zone) },
  );
}

/** Mostly real intervals, now and then an empty or a reversed one. */
function intervals(around: Instant, longestMinutes: number): fc.Arbitrary<Interval[]> {
  const interval = fc
    .tuple(minutes(-3 * 1440, 3 * 1440), minutes(-10, longestMinutes))
    .map(([from, length]) => {
      const start = around + from * MINUTE;
      return { start, end: start + length * MINUTE };
    });
  return fc.array(interval, { maxLength: 5 });
}

export function rangeNear(around: Instant): fc.Arbitrary<Interval> {
  return fc.tuple(minutes(-2 * 1440, 2 * 1440), minutes(0, 3 * 1440)).map(([from, length]) => ({
    start: around + from * MINUTE,
    end: around + (from + length) * MINUTE,
  }));
}

/** Whole minutes all over; about half of the inputs have no notice and no horizon to speak of. */
export function openSlotsInput(scene: Scene): fc.Arbitrary<OpenSlotsInput> {
  const { around } = scene;
  const longAgo = { now: fc.constant(around - 20 * DAY), minNoticeMinutes: fc.constant(0) };
  const lately = {
    now: minutes(-2 * 1440, 1440).map((minute) => around + minute * MINUTE),
    minNoticeMinutes: minutes(0, 2880),
  };
  const rest = {
    range: rangeNear(around),
    weeklyWindows: weeklyWindows(scene),
    extraWindows: intervals(around, 600),
    timeOff: intervals(around, 1440),
    teacherClaims: intervals(around, 240),
    studentClaims: intervals(around, 240),
    durationMinutes: fc.constantFrom(1, 15, 30, 45, 60, 90, 240),
    bufferMinutes: fc.constantFrom(0, 0, 5, 15, 60),
    slotStepMinutes: fc.constantFrom(1, 7, 15, 30, 30, 60, 100),
  };
  return fc.oneof(
    fc.record({ ...rest, ...longAgo, horizonDays: fc.constant(60) }),
    fc.record({ ...rest, ...lately, horizonDays: minutes(0, 5) }),
  );
}
