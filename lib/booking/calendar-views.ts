import { millisecondsInDay } from 'date-fns/constants';
import { bookingHorizon, type OfferRules } from '@/lib/availability/offered-times';
import type { OfferedSlot } from '@/lib/student-teachers/next-best-slots';
import type { ListedSt } from '@/lib/student-teachers/offering-sts';
import { formatClockTime, formatShortDay, formatZone } from '@/lib/time/format';
import type { Instant } from '@/lib/time/intervals';
import { iso } from '@/lib/time/iso';
import { localDate } from '@/lib/time/local-time';
import { zoneTime } from '@/lib/time/zone-names';
import type { Alternative, StCard } from './view-model';

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
  st: ListedSt,
  { zone, now, href }: { zone: string; now: Instant; href: string },
): StCard {
  return {
    id: st.id,
    name: st.user.name,
    avatarUrl: st.user.avatarUrl,
    studentsTaught: st.studentsTaught,
    rating: st.rating,
    nextFree:
      st.nextFree === null ? null : `${nextFreeText(st.nextFree, zone, now)} ${zoneTime(zone)}`,
    href,
    profileHref: `/student-teachers/${st.id}`,
  };
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
export function calendarBounds(rules: OfferRules, zone: string, now: Instant) {
  const today = localDate(now, zone);
  const daysToSunday = (7 - new Date(`${today}T00:00Z`).getUTCDay()) % 7;
  return {
    today,
    weekEnd: localDate(Date.parse(`${today}T12:00Z`) + daysToSunday * millisecondsInDay, 'UTC'),
    lastDate: localDate(bookingHorizon(rules, now).end - 1, zone),
    zoneName: formatZone(now, zone),
  };
}

function nextDate(date: string): string {
  return localDate(Date.parse(`${date}T12:00Z`) + millisecondsInDay, 'UTC');
}
