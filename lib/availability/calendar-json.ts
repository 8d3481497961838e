import type { Instant, Interval } from '@/lib/time/intervals';
import type { WeeklyWindow } from '@/lib/time/weekly-windows';
import type { PersonalCalendar } from './offered-times';

/** A start and an end in milliseconds since 1970. */
type Pair = readonly [Instant, Instant];

/** What the database's function `personal_calendar` returns. A list without rows is null. */
export interface CalendarJson {
  weeklyWindows: WeeklyWindow[] | null;
  extraWindows: Pair[] | null;
  timeOff: Pair[] | null;
  claims: Pair[] | null;
}

export function readCalendar(json: CalendarJson): PersonalCalendar {
  return {
    weeklyWindows: json.weeklyWindows ?? [],
    extraWindows: readIntervals(json.extraWindows),
    timeOff: readIntervals(json.timeOff),
    claims: readIntervals(json.claims),
  };
}

export function readIntervals(pairs: readonly Pair[] | null): Interval[] {
  return (pairs ?? []).map(([start, end]) => ({ start, end }));
}
