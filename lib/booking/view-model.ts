/**
 * What the wizard shows, already in words and in the viewer's zone. The server fills it, so that the
 * browser needs neither zone data nor date formatting.
 */

/** One Student-Teacher on the first step. */
export interface StCard {
  id: string;
  name: string;
  avatarUrl: string | null;
  studentsTaught: number;
  rating: number | null;
  /** Such as `Tomorrow, Tue 3 March, 14:00 Berlin time`. */
  nextFree: string | null;
  /** The wizard with this Student-Teacher chosen. */
  href: string;
  profileHref: string;
}

/** One time that can be booked. */
export interface SlotView {
  /** ISO instant in UTC; what the form sends. */
  start: string;
  /** `14:00` in the viewer's zone. */
  startTime: string;
  endTime: string;
  /** Tells two equal clock times of an autumn night apart: `first 01:30 (GMT+2)`. */
  offsetNote: string | null;
  /** `02:30 (GMT+2)–02:30 (GMT+1)`, where start and end alone are not clear. */
  range?: string;
  /** `Berlin time (GMT+2)`, where it reads otherwise at this time than today. */
  zoneName?: string;
  /** `Tue 19:45 in Kathmandu`, where the Student-Teacher's clock reads otherwise. */
  theirTime: string | null;
  /** Which reminders will come, where not all of them will. */
  reminders?: string;
}

/** One day of the viewer's calendar that has free times. */
export interface DayView {
  /** `2026-03-03`, in the viewer's zone. */
  date: string;
  /** `Tuesday 3 March 2026`. */
  fullDate: string;
  /** What a screen reader says of the day: `Tuesday 3 March, 5 times`. */
  label: string;
  slots: SlotView[];
  /** `Berlin time (GMT+2)`, where it reads otherwise than today; no offset where the day has two. */
  zoneName?: string;
  /** A sentence where either clock changes about this day. */
  clockChange: string | null;
}

/** The next best thing when a time is gone. */
export interface Alternative {
  start: string;
  /** `Tue 3 March, 14:30 Berlin time`. */
  label: string;
  href: string;
  /** Set when it is with somebody else than the Student-Teacher who was asked for. */
  st: { id: string; name: string } | null;
}

export interface WizardView {
  courseTitle: string;
  st: { id: string; name: string; avatarUrl: string | null; profileHref: string };
  /** True when the address named the Student-Teacher, so that there is no first step. */
  stPreselected: boolean;
  changeStHref: string | null;
  /** `Berlin time (GMT+1)`. */
  zoneName: string;
  settingsHref: string;
  durationMinutes: number;
  /** `$25.00` where the course is priced per session. */
  price: string | null;
  /** How long a priced session is held. */
  holdMinutes: number;
  /** The viewer's local date. */
  today: string;
  /** Sunday of the viewer's week. */
  weekEnd: string;
  /** The last date inside the booking horizon. */
  lastDate: string;
  /** Only days with free times, in order. */
  days: DayView[];
  /** The wizard's path, and the parameters that every link keeps. */
  path: string;
  fixedParams: { stId?: string; from: string | null };
  /** Set when the time that the address names can no longer be booked. */
  gone: { start: string; message: string; alternatives: Alternative[] } | null;
}

export interface Refusal {
  status: 'refused';
  code: string;
  message: string;
  /** Whether the same time may be tried again, as after a failure of ours. */
  retryable: boolean;
  /** The way out, such as `Enroll now`. */
  action?: { label: string; href: string };
  alternatives: Alternative[];
  /** What the person had typed and ticked. */
  note: string;
  reminders: boolean;
}

export type ConfirmState = { status: 'idle' } | Refusal;

/**
 * The server action behind "Book Session". It reads `start`, `st_id`, `note`, `reminders` (`on` or
 * absent) and `idempotency_key`; `instead`, which the other times of a refusal send, is
 * `<st_id> <start>` and replaces both.
 */
export type ConfirmAction = (previous: ConfirmState, form: FormData) => Promise<ConfirmState>;

/** What "Schedule Later" answers when it could not; when it could, it redirects. */
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
