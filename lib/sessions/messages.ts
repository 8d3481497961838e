import { NOTE_MAX_LENGTH } from './limits';
import type { BookSessionCode, BookSessionRequestCode, UsedKeyCode } from './plan-session';

/** Refusals of a booking. Three sentences are fixed by the specification. */
export const BOOK_SESSION_MESSAGES = {
  NOT_ENROLLED: 'You must be enrolled to book.',
  ST_UNAVAILABLE: 'This Student-Teacher is not taking sessions right now. Choose another.',
  OWN_SESSION: 'You cannot book yourself. Choose another Student-Teacher.',
  NO_SESSIONS_LEFT: 'You have used all your sessions in this course. Contact support for more.',
  SLOT_UNAVAILABLE: 'This time is no longer available. Select another.',
  STUDENT_CONFLICT: 'You have another session at this time.',
  IDEMPOTENCY_KEY_REUSED:
    'You already booked this session, with another message or other reminders. Find it on your dashboard.',
  SESSION_CANCELLED: 'You booked this session before, and it was cancelled. You can book it again.',
  HOLD_EXPIRED: 'You held this time before, and the hold has expired. You can hold it again.',
} as const satisfies Record<BookSessionCode, string>;

/** Refusals of the booking form itself. */
export const BOOK_SESSION_FORM_MESSAGES = {
  NOTE_TOO_LONG: `Your message is longer than ${NOTE_MAX_LENGTH} characters. Shorten it and try again.`,
  FORM_INCOMPLETE: 'The form is incomplete. Select a time again.',
  BOOKING_FAILED: 'Unable to book. Please try again.',
} as const;

/** Refusals of an HTTP API request whose key has booked before. The form has no key that a person sees. */
export const USED_KEY_MESSAGES = {
  IDEMPOTENCY_KEY_REUSED:
    'This Idempotency-Key has booked a session with other details. Repeat that request, or use a new key.',
  SESSION_CANCELLED:
    'The session of this Idempotency-Key was cancelled. To book again, use a new key.',
  HOLD_EXPIRED: 'The hold of this Idempotency-Key has expired. To book again, use a new key.',
} as const satisfies Record<UsedKeyCode, string>;

/** Refusals of an HTTP API request whose fields contradict each other. */
export const BOOK_SESSION_REQUEST_MESSAGES = {
  ST_NOT_FOUND: 'Student-Teacher not found. Check st_id.',
  TIME_DOES_NOT_EXIST: 'This local time does not exist because the clocks skip it. Choose another.',
  TIME_IS_AMBIGUOUS:
    'This local time occurs twice because the clocks change. Send it with an offset, such as -04:00.',
  STUDENT_MISMATCH: 'student_id must be your own id. Omit it to book for yourself.',
  COURSE_MISMATCH: 'This Student-Teacher does not teach this course. Check course_id and st_id.',
  END_MISMATCH: 'scheduled_end does not match the session length. Omit it, or correct it.',
} as const satisfies Record<BookSessionRequestCode, string>;

export const LIST_SESSIONS_MESSAGES = {
  CURSOR_UNKNOWN: 'Invalid cursor. Start without one.',
} as const;
