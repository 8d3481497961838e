import { millisecondsInDay } from 'date-fns/constants';
import { formatClockTime, formatDay, formatShortDay } from '@/lib/time/format';
import type { Instant } from '@/lib/time/intervals';
import { localDate } from '@/lib/time/local-time';
import { zoneTime } from '@/lib/time/zone-names';
import type { SessionView } from './session-view';

/** `zone` is the reader's IANA time zone. */
export interface Reading {
  zone: string;
  now: Instant;
}

export interface StatusWords {
  label: string;
  tone: 'neutral' | 'accent' | 'warning' | 'danger';
  sentence: string;
}

const BOOKED: StatusWords = {
  label: 'Scheduled',
  tone: 'accent',
  sentence: 'This session is booked.',
};
const UNDER_WAY: StatusWords = {
  label: 'Happening now',
  tone: 'accent',
  sentence: 'This session is happening now.',
};
const HOLD_EXPIRED: StatusWords = {
  label: 'Hold expired',
  tone: 'neutral',
  sentence: "The session wasn't booked because we didn't receive payment in time.",
};

const WORDS: Record<SessionView['status'], StatusWords> = {
  pending_payment: HOLD_EXPIRED,
  expired: HOLD_EXPIRED,
  scheduled: { label: 'Ended', tone: 'neutral', sentence: 'This session has ended.' },
  completed: { label: 'Completed', tone: 'neutral', sentence: 'This session took place.' },
  cancelled: { label: 'Cancelled', tone: 'danger', sentence: 'This session was cancelled.' },
  no_show: {
    label: 'No-show',
    tone: 'danger',
    sentence: "Someone didn't show up for this session.",
  },
};

type Timed = Pick<SessionView, 'status' | 'scheduledStart' | 'scheduledEnd' | 'holdExpiresAt'>;

/** Depends on `now`: a session starts, ends or loses its hold before its stored status changes. */
export function statusWords(tutoringSession: Timed, reading: Reading): StatusWords {
  const { status, scheduledStart, scheduledEnd } = tutoringSession;
  const held = heldUntil(tutoringSession, reading);
  if (held) {
    return {
      label: 'Held',
      tone: 'warning',
      sentence: `This time is held until ${held}. Online payment isn't available yet: you won't be charged, and the time is released when the hold expires.`,
    };
  }
  if (status === 'scheduled' && scheduledStart.getTime() > reading.now) return BOOKED;
  if (status === 'scheduled' && scheduledEnd.getTime() > reading.now) return UNDER_WAY;
  return WORDS[status];
}

/** When the hold expires, with the time zone; null if the session is not held. */
export function heldUntil({ status, holdExpiresAt }: Timed, reading: Reading): string | null {
  const isHeld = status === 'pending_payment' && holdExpiresAt && +holdExpiresAt > reading.now;
  return isHeld ? clockTime(holdExpiresAt.getTime(), reading) : null;
}

/** `14:35 London time`, or `Tue 3 March, 14:35 London time` on another day. */
export function clockTime(instant: Instant, reading: Reading): string {
  return isToday(instant, reading)
    ? timeOfDay(instant, reading.zone)
    : dayAndTime(instant, reading);
}

/** `Today, 14:35 London time`, or `Tue 3 March, 14:35 London time` on another day. */
export function dayAndTime(instant: Instant, reading: Reading): string {
  const day = isToday(instant, reading) ? 'Today' : formatShortDay(instant, reading.zone);
  return `${day}, ${timeOfDay(instant, reading.zone)}`;
}

function isToday(instant: Instant, { zone, now }: Reading): boolean {
  return localDate(instant, zone) === localDate(now, zone);
}

function timeOfDay(instant: Instant, zone: string): string {
  return `${formatClockTime(instant, zone)} ${zoneTime(zone)}`;
}

/** `Today, Sunday 22 November`; only the date when it is further away than tomorrow. */
export function dayHeading(instant: Instant, { zone, now }: Reading): string {
  const date = localDate(instant, zone);
  const today = localDate(now, zone);
  const tomorrow = localDate(Date.parse(`${today}T12:00Z`) + millisecondsInDay, 'UTC');
  const name = date === today ? 'Today, ' : date === tomorrow ? 'Tomorrow, ' : '';
  return `${name}${formatDay(instant, zone)}`;
}
