import type { Instant, Interval } from '@/lib/time/intervals';
import { type OpenSlotsInput, openSlots } from '@/lib/time/slots';
import type { Weekday, WeeklyWindow } from '@/lib/time/weekly-windows';

/** `2026-03-08T06:30Z`, or with an offset instead of the Z. */
export function at(iso: string): Instant {
  const instant = Date.parse(iso);
  if (Number.isNaN(instant) || !/(Z|[+-]\d\d:\d\d)$/.test(iso))
    throw new Error(`Not an instant: ${iso}`);
  return instant;
}

export function span(start: string, end: string): Interval {
  return { start: at(start), end: at(end) };
}

export function isos(instants: readonly Instant[]): string[] {
  return instants.map((instant) => new Date(instant).toISOString().replace(':00.000Z', 'Z'));
}

export function isoSpans(intervals: readonly Interval[]): [string, string][] {
  return intervals.map(({ start, end }) => {
    const [from = '', to = ''] = isos([start, end]);
    return [from, to];
  });
}

/** `window('monday 09:00-17:00', 'Europe/Berlin')` */
export function window(text: string, timeZone: string): WeeklyWindow {
  const [dayOfWeek, hours = ''] = text.split(' ');
  const [startTime = '', endTime = ''] = hours.split('-');
  return { dayOfWeek: dayOfWeek as Weekday, startTime, endTime, timeZone };
}

export const EVERY_DAY: readonly Weekday[] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];

export function everyDay(hours: string, timeZone: string): WeeklyWindow[] {
  return EVERY_DAY.map((day) => window(`${day} ${hours}`, timeZone));
}

/** Tuesday 3 March 2026, a teacher in UTC from 9 to 12, an hour's session every half hour. */
export function slotsInput(changed: Partial<OpenSlotsInput> = {}): OpenSlotsInput {
  return {
    now: at('2026-03-01T00:00Z'),
    range: span('2026-03-03T00:00Z', '2026-03-04T00:00Z'),
    weeklyWindows: [window('tuesday 09:00-12:00', 'UTC')],
    extraWindows: [],
    timeOff: [],
    teacherClaims: [],
    studentClaims: [],
    durationMinutes: 60,
    bufferMinutes: 0,
    slotStepMinutes: 30,
    minNoticeMinutes: 0,
    horizonDays: 60,
    ...changed,
  };
}

/** Two times of that day, UTC. */
export function hours(from: string, to: string): Interval {
  return span(`2026-03-03T${from}Z`, `2026-03-03T${to}Z`);
}

/** The starts on that day as `HH:MM`, UTC. */
export function times(changed: Partial<OpenSlotsInput> = {}): string {
  return isos(openSlots(slotsInput(changed)))
    .map((iso) => iso.slice(11, 16))
    .join(' ');
}
