import { millisecondsInDay, millisecondsInMinute } from 'date-fns/constants';
import { bookingHorizon } from '@/lib/availability/offered-times';
import { remainingReminders, remindersHint } from '@/lib/sessions/reminders';
import type { OfferedSlot, OfferingSt } from '@/lib/student-teachers/next-best-slots';
import {
  formatClockTime,
  formatDay,
  formatFullDay,
  formatOffset,
  formatRange,
  formatRangeZone,
  formatShortDay,
  formatTime,
  formatZone,
  occursTwice,
} from '@/lib/time/format';
import type { Instant, Interval } from '@/lib/time/intervals';
import { iso } from '@/lib/time/iso';
import { localDate, slotsByLocalDate } from '@/lib/time/local-time';
import { zoneCity, zoneTime } from '@/lib/time/zone-names';
import { type ClockChange, clockChanges } from '@/lib/time/zone-offsets';
import type { Alternative, DayView, SlotView, StCard } from './view-model';

const CLOCK_CHANGE_NEAR_MS = 3 * millisecondsInDay;

/** The time zones of both people. The ST's is null until they choose one. */
interface Zones {
  viewer: string;
  st: string | null;
}

/** `Tomorrow, Tue 3 March, 14:00` in `zone`. */
export function nextFreeText(start: Instant, zone: string, now: Instant): string {
  const date = localDate(start, zone);
  const nearby = [
    { name: 'Today, ', date: localDate(now, zone) },
    { name: 'Tomorrow, ', date: nextDate(localDate(now, zone)) },
  ];
  const name = nearby.find((day) => day.date === date)?.name ?? '';
  return `${name}${formatShortDay(start, zone)}, ${formatClockTime(start, zone)}`;
}

export function stCard(
  st: OfferingSt,
  { zone, now, href }: { zone: string; now: Instant; href: string },
): StCard {
  const [first] = st.starts;
  return {
    id: st.id,
    name: st.user.name,
    avatarUrl: st.user.avatarUrl,
    studentsTaught: st.studentsTaught,
    rating: st.rating,
    nextFree: first === undefined ? null : `${nextFreeText(first, zone, now)} ${zoneTime(zone)}`,
    href,
    profileHref: `/student-teachers/${st.id}`,
  };
}

/** The days with free times of `st`, in order and in the viewer's time zone. */
export function dayViews(st: OfferingSt, viewerZone: string, now: Instant): DayView[] {
  const zones: Zones = { viewer: viewerZone, st: st.user.timezone };
  const { start, end } = bookingHorizon(st.rules, now);
  const around = { start: start - CLOCK_CHANGE_NEAR_MS, end: end + CLOCK_CHANGE_NEAR_MS };
  const changes = changesOf(zones, around);
  const durationMs = st.rules.sessionMinutes * millisecondsInMinute;
  const zoneToday = formatZone(now, viewerZone);
  return [...slotsByLocalDate(st.starts, viewerZone)].map(([date, starts]) => {
    const first = starts[0] ?? start;
    const zoneName = zoneOfDay(starts, viewerZone);
    return {
      date,
      ...(zoneName !== zoneToday && { zoneName }),
      fullDate: formatFullDay(first, viewerZone),
      label: `${formatDay(first, viewerZone)}, ${starts.length} ${starts.length === 1 ? 'time' : 'times'}`,
      slots: starts.map((slotStart) => slotView(slotStart, { durationMs, zones, zoneToday, now })),
      clockChange: clockChangeText(first, changes, now),
    };
  });
}

/** The zone with its offset, or without it on a day that has two. */
function zoneOfDay(starts: readonly Instant[], zone: string): string {
  const names = new Set(starts.map((start) => formatZone(start, zone)));
  const [only] = names;
  return only !== undefined && names.size === 1 ? only : zoneTime(zone);
}

interface SlotContext {
  durationMs: number;
  zones: Zones;
  zoneToday: string;
  now: Instant;
}

function slotView(start: Instant, { durationMs, zones, zoneToday, now }: SlotContext): SlotView {
  const during = { start, end: start + durationMs };
  const startTime = formatTime(start, zones.viewer);
  const endTime = endTimeText(during, zones.viewer);
  const range = formatRange(during, zones.viewer);
  const zoneName = formatRangeZone(during, zones.viewer);
  const reminders = remindersHint(remainingReminders(start, now));
  return {
    start: iso(start),
    startTime,
    endTime,
    offsetNote: occursTwice(start, zones.viewer) ? formatOffset(start, zones.viewer) : null,
    ...(range !== `${startTime}–${endTime}` && { range }),
    ...(zoneName !== zoneToday && { zoneName }),
    theirTime: otherTimeText(start, zones),
    ...(reminders !== remindersHint() && { reminders }),
  };
}

/** `15:00`, or `02:30 (GMT+1)` when the clocks change before the end. */
function endTimeText({ start, end }: Interval, zone: string): string {
  const offset = formatOffset(end, zone);
  const time = formatTime(end, zone);
  return offset === formatOffset(start, zone) ? time : `${time} (${offset})`;
}

/** `Tue 19:45 in Kathmandu`, or null when both zones have the same offset. */
export function otherTimeText(start: Instant, { viewer, st }: Zones): string | null {
  if (!st || formatOffset(start, viewer) === formatOffset(start, st)) return null;
  const sameDay = localDate(start, viewer) === localDate(start, st);
  const weekday = sameDay ? '' : `${formatShortDay(start, st).slice(0, 3)} `;
  return `${weekday}${formatClockTime(start, st)} in ${zoneCity(st)}`;
}

interface PlacedChange extends ClockChange {
  zone: string;
}

function changesOf({ viewer, st }: Zones, range: { start: Instant; end: Instant }): PlacedChange[] {
  const zones = new Set(st ? [viewer, st] : [viewer]);
  return [...zones].flatMap((zone) =>
    clockChanges(zone, range).map((change) => ({ ...change, zone })),
  );
}

function clockChangeText(
  near: Instant,
  changes: readonly PlacedChange[],
  now: Instant,
): string | null {
  const sentences = changes
    .filter((change) => Math.abs(change.at - near) <= CLOCK_CHANGE_NEAR_MS)
    .map((change) => {
      const minutes = change.toOffsetMinutes - change.fromOffsetMinutes;
      const verb = change.at > now ? 'go' : 'went';
      const direction = minutes > 0 ? 'forward' : 'back';
      const length = lengthText(Math.abs(minutes));
      const day = formatDay(change.at, change.zone);
      return `Clocks in ${zoneCity(change.zone)} ${verb} ${direction} ${length} on ${day}.`;
    });
  return sentences.length > 0 ? sentences.join(' ') : null;
}

function lengthText(minutes: number): string {
  if (minutes % 60 !== 0) return `${minutes} minutes`;
  return minutes === 60 ? '1 hour' : `${minutes / 60} hours`;
}

type SlotChoice = { stId: string; date: string; time: string };

/** Alternatives to a time that is no longer free. `href` is the wizard's URL for a slot. */
export function alternativeViews(
  slots: readonly OfferedSlot[],
  { zone, stId, href }: { zone: string; stId: string; href: (choice: SlotChoice) => string },
): Alternative[] {
  return slots.map(({ st, start }) => {
    const time = iso(start);
    return {
      start: time,
      label: `${formatShortDay(start, zone)}, ${formatClockTime(start, zone)} ${zoneTime(zone)}`,
      href: href({ stId: st.id, date: localDate(start, zone), time }),
      st: st.id === stId ? null : { id: st.id, name: st.user.name },
    };
  });
}

/** Today, the Sunday of this week and the last bookable day, in the viewer's time zone. */
export function calendarBounds(st: OfferingSt, zone: string, now: Instant) {
  const today = localDate(now, zone);
  const daysToSunday = (7 - new Date(`${today}T00:00Z`).getUTCDay()) % 7;
  return {
    today,
    weekEnd: localDate(Date.parse(`${today}T12:00Z`) + daysToSunday * millisecondsInDay, 'UTC'),
    lastDate: localDate(bookingHorizon(st.rules, now).end - 1, zone),
    zoneName: formatZone(now, zone),
  };
}

function nextDate(date: string): string {
  return localDate(Date.parse(`${date}T12:00Z`) + millisecondsInDay, 'UTC');
}
