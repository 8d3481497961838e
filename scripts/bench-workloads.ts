import type { Instant, Interval } from '@/lib/time/intervals';
import { openSlots } from '@/lib/time/slots';
import type { Weekday, WeeklyWindow } from '@/lib/time/weekly-windows';
import w1 from './workloads/W1.json';
import w2 from './workloads/W2.json';
import w3 from './workloads/W3.json';

// As the files number them.
const DAYS: readonly Weekday[] = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
];
const MINUTE = 60_000;

type WorkloadFile = typeof w1 | typeof w2 | typeof w3;

export interface Workload {
  name: string;
  now: Instant;
  /** Starts and ends must be in this range. */
  bookerRange: Interval;
  durationMinutes: number;
  slotStepMinutes: number;
  bufferMinutes: number;
  minNoticeMinutes: number;
  teachers: { id: number; weeklyWindows: WeeklyWindow[] }[];
  bookings: (Interval & { teacherId: number })[];
  expected: Instant[];
}

export const workloads: readonly Workload[] = [w1, w2, w3].map(readWorkload);

/** All starts that at least one teacher can take, sorted. */
export function answerWorkload(workload: Workload): Instant[] {
  const { now, bookerRange, bookings, teachers, ...lengths } = workload;
  const buffer = lengths.bufferMinutes * MINUTE;
  const claims = new Map<number, Interval[]>(teachers.map(({ id }) => [id, []]));
  for (const { teacherId, start, end } of bookings) {
    claims.get(teacherId)?.push({ start, end: end + buffer });
  }
  // Inclusive: a session may end exactly at the end of the range.
  const range = {
    start: bookerRange.start,
    end: bookerRange.end - lengths.durationMinutes * MINUTE + 1,
  };
  const startsOfEach = teachers.map(({ id, weeklyWindows }) =>
    openSlots({
      now,
      range,
      weeklyWindows,
      extraWindows: [],
      timeOff: [],
      teacherClaims: claims.get(id) ?? [],
      studentClaims: [],
      durationMinutes: lengths.durationMinutes,
      bufferMinutes: lengths.bufferMinutes,
      slotStepMinutes: lengths.slotStepMinutes,
      minNoticeMinutes: lengths.minNoticeMinutes,
      horizonDays: Number.POSITIVE_INFINITY,
    }),
  );
  return startsOfEach.reduce(unionOfSorted, []);
}

function unionOfSorted(left: readonly Instant[], right: readonly Instant[]): Instant[] {
  const union: Instant[] = [];
  let next = 0;
  for (const start of left) {
    for (let other = right[next]; other !== undefined && other <= start; other = right[++next]) {
      if (other < start) union.push(other);
    }
    union.push(start);
  }
  return union.concat(right.slice(next));
}

function readWorkload(file: WorkloadFile): Workload {
  const { eventType, booker } = file;
  return {
    name: file.name,
    now: Date.parse(file.now),
    bookerRange: { start: Date.parse(booker.rangeStart), end: Date.parse(booker.rangeEnd) },
    durationMinutes: eventType.lengthMin,
    slotStepMinutes: eventType.slotIntervalMin,
    bufferMinutes: eventType.afterBufferMin,
    minNoticeMinutes: eventType.minimumNoticeMin,
    teachers: file.providers.map(({ id, timeZone, weeklyHours }) => ({
      id,
      weeklyWindows: weeklyHours.flatMap(({ days, start, end }) =>
        days.map((day) => weeklyWindow(day, start, end, timeZone)),
      ),
    })),
    bookings: file.bookings.map(({ providerId, start, end }) => ({
      teacherId: providerId,
      start: Date.parse(start),
      end: Date.parse(end),
    })),
    expected: file.expected.map((iso) => Date.parse(iso)),
  };
}

function weeklyWindow(
  day: number,
  startTime: string,
  endTime: string,
  timeZone: string,
): WeeklyWindow {
  const dayOfWeek = DAYS[day];
  if (dayOfWeek === undefined) throw new RangeError(`Not a weekday: ${day}`);
  return { dayOfWeek, startTime, endTime, timeZone };
}
