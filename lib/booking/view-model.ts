import type { Instant } from '@/lib/time/intervals';
import type { Zone } from '@/lib/time/zone';
import type { CompactStarts } from './compact-starts';

// What the wizard shows.

/** A Student-Teacher in the first step. */
export interface StCard {
  id: string;
  name: string;
  avatarUrl: string | null;
  studentsTaught: number;
  rating: number | null;
  /** `Tomorrow, Tue 3 March, 14:00 Berlin time`. */
  nextFree: string | null;
  /** The wizard with this Student-Teacher selected. */
  href: string;
  profileHref: string;
}

/** A time that can be booked. */
export interface SlotView {
  /** ISO 8601 in UTC, as the form sends it. */
  start: string;
  /** `14:00` in the viewer's zone. */
  startTime: string;
  endTime: string;
  /** `GMT+2`, set when this clock time occurs twice because the clocks go back. */
  offsetNote: string | null;
  /** `02:30 (GMT+2)–02:30 (GMT+1)`, set when the clock times alone are ambiguous. */
  range?: string;
  /** `Berlin time (GMT+2)`, set when the offset differs from today's. */
  zoneName?: string;
  /** `Tue 19:45 in Kathmandu`, set when the Student-Teacher's local time differs. */
  theirTime: string | null;
  /** Which reminders will be sent, set when some will not. */
  reminders?: string;
}

/** A date with free times, in the viewer's time zone. */
export interface OfferedDay {
  /** `2026-03-03`. */
  date: string;
  /** Ascending; at least one. */
  starts: readonly Instant[];
}

/** A day with its times in words. */
export interface DayView {
  /** `2026-03-03`, in the viewer's time zone. */
  date: string;
  /** `Tuesday 3 March 2026`. */
  fullDate: string;
  /** `Tuesday 3 March, 5 times`, for screen readers. */
  label: string;
  slots: SlotView[];
  /** `Berlin time (GMT+2)`, set when it differs from today; without the offset if the day has two. */
  zoneName?: string;
  /** A sentence about a clock change near this day, for the viewer or the Student-Teacher. */
  clockChange: string | null;
}

/** A time offered in place of one that is no longer free. */
export interface Alternative {
  start: string;
  /** `Tue 3 March, 14:30 Berlin time`. */
  label: string;
  href: string;
  /** Set when it is with another Student-Teacher. */
  st: { id: string; name: string } | null;
}

/** A link to what can be done instead, such as `Enroll now`. */
export interface RecoveryLink {
  label: string;
  href: string;
}

/** Why a time in the URL cannot be booked, and what can be done instead. */
export interface GoneTime {
  start: string;
  message: string;
  action?: RecoveryLink;
  alternatives: Alternative[];
}

/** What the server sends: times as numbers, which `readWizard` expands. */
export interface WizardData {
  courseTitle: string;
  st: { id: string; name: string; avatarUrl: string | null; profileHref: string };
  /** True when the URL path names the Student-Teacher, so that there is no first step. */
  stPreselected: boolean;
  changeStHref: string | null;
  /** `Berlin time (GMT+1)`. */
  zoneName: string;
  settingsHref: string;
  durationMinutes: number;
  /** `$25.00`; null unless the course is priced per session. */
  price: string | null;
  /** How long a priced session is held before it must be paid. */
  holdMinutes: number;
  /** Today's date in the viewer's time zone. */
  today: string;
  /** Sunday of the viewer's week. */
  weekEnd: string;
  /** The last date inside the booking horizon. */
  lastDate: string;
  starts: CompactStarts;
  /** The viewer's time zone, and the ST's if they have chosen one, as far as the booking horizon. */
  zone: Zone;
  stZone: Zone | null;
  /** When the server read the times. */
  now: Instant;
  /** The wizard's path, and the parameters that every link keeps. */
  path: string;
  fixedParams: { stId?: string; from: string | null };
  /** Set when the time in the URL can no longer be booked. */
  gone: GoneTime | null;
  /** The key in session storage for what was typed, until it is booked. */
  draftKey: string;
}

export interface WizardView extends WizardData {
  /** Only days with free times, in order. */
  days: OfferedDay[];
}

export interface Refusal {
  status: 'refused';
  code: string;
  message: string;
  /** Whether the same time can be tried again, as after a server error. */
  retryable: boolean;
  /** The idempotency key for another try of the same time, set if the form's key has already booked. */
  nextKey?: string;
  action?: RecoveryLink;
  alternatives: Alternative[];
  /** What the user had entered. */
  note: string;
  reminders: boolean;
}

export type ConfirmState = { status: 'idle' } | Refusal;

/**
 * The server action behind "Book Session". It reads `start`, `st_id`, `note`, `reminders` (`on` or
 * absent) and `idempotency_key`; `instead`, sent by the alternatives in a refusal, is
 * `<st_id> <start>` and replaces both.
 */
export type ConfirmAction = (previous: ConfirmState, form: FormData) => Promise<ConfirmState>;

/** Returned only on failure; success redirects. */
export interface ScheduleLaterState {
  error: string | null;
}

/** Reads `enrollment_id`. */
export type ScheduleLaterAction = (
  previous: ScheduleLaterState,
  form: FormData,
) => Promise<ScheduleLaterState>;

export interface ChooseStView {
  courseTitle: string;
  courseHref: string;
  zoneName: string;
  durationMinutes: number;
  price: string | null;
  cards: readonly StCard[];
}
