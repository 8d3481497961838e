import { millisecondsInDay, millisecondsInMinute } from 'date-fns/constants';
import { remainingReminders, remindersHint } from '@/lib/sessions/reminders';
import { dayName, fullDayName } from '@/lib/time/calendar-dates';
import type { Instant, Interval } from '@/lib/time/intervals';
import { iso } from '@/lib/time/iso';
import { type ClockChange, changesIn, type Zone } from '@/lib/time/zone';
import {
  clockTimeIn,
  dateIn,
  dayIn,
  occursTwiceIn,
  offsetNameIn,
  rangeIn,
  rangeZoneIn,
  shortDayIn,
  startsByDate,
  timeIn,
  zoneNameIn,
} from '@/lib/time/zone-clock';
import { zoneCity, zoneTime } from '@/lib/time/zone-names';
import type { DayView, OfferedDay, SlotView } from './view-model';

// Runs on the server and in the browser, which gets the starts and the two zones as numbers.

const CLOCK_CHANGE_NEAR_MS = 3 * millisecondsInDay;

/** What the words about a slot depend on, except its start. */
export interface DayContext {
  durationMinutes: number;
  /** The viewer's time zone. */
  zone: Zone;
  /** The ST's time zone; null until they choose one. */
  stZone: Zone | null;
  now: Instant;
}

/** The dates with free times, in order and in the viewer's time zone. */
export function offeredDays(starts: readonly Instant[], zone: Zone): OfferedDay[] {
  return [...startsByDate(zone, starts)].map(([date, ofDate]) => ({ date, starts: ofDate }));
}

/** `Tuesday 3 March, 5 times`, for screen readers. */
export function dayLabel({ date, starts }: OfferedDay): string {
  return `${dayName(date)}, ${starts.length} ${starts.length === 1 ? 'time' : 'times'}`;
}

export function dayView(day: OfferedDay, context: DayContext): DayView {
  const { date, starts } = day;
  const zoneName = zoneOfDay(starts, context.zone);
  return {
    date,
    ...(zoneName !== zoneNameIn(context.zone, context.now) && { zoneName }),
    fullDate: fullDayName(date),
    label: dayLabel(day),
    slots: starts.map((start) => slotView(start, context)),
    clockChange: clockChangeText(starts[0] ?? Number.NaN, context),
  };
}

/** The zone with its offset, or without it on a day that has two. */
function zoneOfDay(starts: readonly Instant[], zone: Zone): string {
  const names = new Set(starts.map((start) => zoneNameIn(zone, start)));
  const [only] = names;
  return only !== undefined && names.size === 1 ? only : zoneTime(zone.name);
}

function slotView(start: Instant, { durationMinutes, zone, stZone, now }: DayContext): SlotView {
  const during = { start, end: start + durationMinutes * millisecondsInMinute };
  const startTime = timeIn(zone, start);
  const endTime = endTimeText(during, zone);
  const range = rangeIn(zone, during);
  const zoneName = rangeZoneIn(zone, during);
  const reminders = remindersHint(remainingReminders(start, now));
  return {
    start: iso(start),
    startTime,
    endTime,
    offsetNote: occursTwiceIn(zone, start) ? offsetNameIn(zone, start) : null,
    ...(range !== `${startTime}–${endTime}` && { range }),
    ...(zoneName !== zoneNameIn(zone, now) && { zoneName }),
    theirTime: stZone && otherTimeText(start, zone, stZone),
    ...(reminders !== remindersHint() && { reminders }),
  };
}

/** `15:00`, or `02:30 (GMT+1)` when the clocks change before the end. */
function endTimeText({ start, end }: Interval, zone: Zone): string {
  const offset = offsetNameIn(zone, end);
  const time = timeIn(zone, end);
  return offset === offsetNameIn(zone, start) ? time : `${time} (${offset})`;
}

/** `Tue 19:45 in Kathmandu`, or null when both zones have the same offset. */
export function otherTimeText(start: Instant, zone: Zone, other: Zone): string | null {
  if (offsetNameIn(zone, start) === offsetNameIn(other, start)) return null;
  const sameDay = dateIn(zone, start) === dateIn(other, start);
  const weekday = sameDay ? '' : `${shortDayIn(other, start).slice(0, 3)} `;
  return `${weekday}${clockTimeIn(other, start)} in ${zoneCity(other.name)}`;
}

/** A sentence for each clock change near a day, for the viewer or the ST; null if there is none. */
function clockChangeText(near: Instant, { zone, stZone, now }: DayContext): string | null {
  const around = { start: near - CLOCK_CHANGE_NEAR_MS, end: near + CLOCK_CHANGE_NEAR_MS + 1 };
  const zones = stZone && stZone.name !== zone.name ? [zone, stZone] : [zone];
  const sentences = zones.flatMap((each) =>
    changesIn(each, around).map((change) => changeSentence(change, each, now)),
  );
  return sentences.length > 0 ? sentences.join(' ') : null;
}

function changeSentence(change: ClockChange, zone: Zone, now: Instant): string {
  const minutes = change.toOffsetMinutes - change.fromOffsetMinutes;
  const verb = change.at > now ? 'go' : 'went';
  const direction = minutes > 0 ? 'forward' : 'back';
  const length = lengthText(Math.abs(minutes));
  return `Clocks in ${zoneCity(zone.name)} ${verb} ${direction} ${length} on ${dayIn(zone, change.at)}.`;
}

function lengthText(minutes: number): string {
  if (minutes % 60 !== 0) return `${minutes} minutes`;
  return minutes === 60 ? '1 hour' : `${minutes / 60} hours`;
}
