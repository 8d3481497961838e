import type { Instant, Interval } from '@/lib/time/intervals';
import type { OpenSlotsInput } from '@/lib/time/slots';
import { EVERY_DAY } from './fixtures';

/*
 * The definition of a slot, tried minute by minute with nothing but the wall clocks that Intl
 * shows. Slow and plain on purpose: it shares no code and no idea with lib/scheduling. Everything
 * it is asked about falls on whole minutes.
 */

export const MINUTE = 60_000;
const DAY_MINUTES = 1440;
const SHORT_DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Per zone and UTC day, the minute of the local week (Monday 00:00 is 0) at each of its minutes. */
const zones = new Map<string, Map<number, Uint16Array>>();

function weekMinutesOfDay(zone: string, day: number): Uint16Array {
  const days = zones.get(zone) ?? new Map<number, Uint16Array>();
  zones.set(zone, days);
  let minutes = days.get(day);
  if (minutes === undefined) {
    const format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    minutes = Uint16Array.from({ length: DAY_MINUTES }, (_, minute) => {
      const shown = format.format((day * DAY_MINUTES + minute) * MINUTE);
      const time = Number(shown.slice(-5, -3)) * 60 + Number(shown.slice(-2));
      return SHORT_DAYS.indexOf(shown.slice(0, 3)) * DAY_MINUTES + time;
    });
    days.set(day, minutes);
  }
  return minutes;
}

function timeOfDay(text: string): number {
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
}

/** Per zone, for each minute of a local week whether it is in a weekly window. */
function openWeeks(windows: OpenSlotsInput['weeklyWindows']): Map<string, Uint8Array> {
  const weeks = new Map<string, Uint8Array>();
  for (const { dayOfWeek, startTime, endTime, timeZone } of windows) {
    const week = weeks.get(timeZone) ?? new Uint8Array(7 * DAY_MINUTES);
    const midnight = EVERY_DAY.indexOf(dayOfWeek) * DAY_MINUTES;
    for (let time = timeOfDay(startTime); time < timeOfDay(endTime); time++) {
      week[midnight + time] = 1;
    }
    weeks.set(timeZone, week);
  }
  return weeks;
}

/** A function that answers whether a minute (since 1970) is available. */
function availability(input: OpenSlotsInput): (minute: number) => boolean {
  const weeks = [...openWeeks(input.weeklyWindows)];
  return (minute) => {
    const holds = ({ start, end }: Interval) => start <= minute * MINUTE && minute * MINUTE < end;
    if (input.timeOff.some(holds)) return false;
    if (input.extraWindows.some(holds)) return true;
    const day = Math.floor(minute / DAY_MINUTES);
    return weeks.some(([zone, week]) => {
      const weekMinute = weekMinutesOfDay(zone, day)[minute - day * DAY_MINUTES];
      return weekMinute !== undefined && week[weekMinute] === 1;
    });
  };
}

/** Whether `[start, start + length)` shares an instant with a claim. */
function meets(claims: readonly Interval[], start: Instant, length: number): boolean {
  return claims.some((claim) => Math.max(claim.start, start) < Math.min(claim.end, start + length));
}

/**
 * The slots of `input`, or null where an interval that reaches into the range began more than 18
 * days ago: looking for its start minute by minute is too slow.
 */
export function slotsMinuteByMinute(input: OpenSlotsInput): Instant[] | null {
  return slotsLookingBack(input, 2 * DAY_MINUTES) ?? slotsLookingBack(input, 18 * DAY_MINUTES);
}

function slotsLookingBack(input: OpenSlotsInput, minutesBack: number): Instant[] | null {
  const first = input.range.start / MINUTE - minutesBack;
  const last = input.range.end / MINUTE + input.durationMinutes;
  const slots: Instant[] = [];
  // For each minute, the minute at which the interval it is in began.
  const began: (number | undefined)[] = [];
  const isAvailable = availability(input);
  for (let minute = first; minute < last; minute++) {
    began.push(isAvailable(minute) ? (began.at(-1) ?? minute) : undefined);
  }
  for (let minute = input.range.start / MINUTE; minute < input.range.end / MINUTE; minute++) {
    const beginning = began[minute - first];
    if (beginning === undefined) continue;
    if (beginning === first) return null;
    const start = minute * MINUTE;
    const onGrid = (minute - beginning) % input.slotStepMinutes === 0;
    const inTime =
      start > input.now &&
      start >= input.now + input.minNoticeMinutes * MINUTE &&
      start < input.now + input.horizonDays * DAY_MINUTES * MINUTE;
    if (!onGrid || !inTime) continue;
    const during = began.slice(minute - first, minute - first + input.durationMinutes);
    const length = input.durationMinutes * MINUTE;
    if (during.includes(undefined)) continue;
    if (meets(input.teacherClaims, start, length + input.bufferMinutes * MINUTE)) continue;
    if (meets(input.studentClaims, start, length)) continue;
    slots.push(start);
  }
  return slots;
}

/** Every minute of `range` under what a clock on the wall of `zone` shows, `YYYY-MM-DDTHH:MM`. */
export function minutesByWallClock(zone: string, range: Interval): Map<string, Instant[]> {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  const shown = new Map<string, Instant[]>();
  for (let at = range.start; at < range.end; at += MINUTE) {
    const wall = format.format(at).replace(' ', 'T');
    shown.set(wall, [...(shown.get(wall) ?? []), at]);
  }
  return shown;
}
