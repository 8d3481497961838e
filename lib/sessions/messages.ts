import { NOTE_MAX_LENGTH } from './limits';
import type { BookSessionCode, BookSessionRequestCode } from './plan-session';

/** What a student reads when a session cannot be booked. Each says what to do next. */
export const BOOK_SESSION_MESSAGES = {
  NOT_ENROLLED: 'You must be enrolled to book.',
  ST_UNAVAILABLE: 'This Student-Teacher is not taking sessions at the moment. Choose another.',
  OWN_SESSION: 'This is you. Choose another Student-Teacher.',
  NO_SESSIONS_LEFT: 'You have used all sessions of this course. Ask us for more.',
  SLOT_UNAVAILABLE: 'This time is no longer available. Select another.',
  STUDENT_CONFLICT: 'You have another session at this time.',
  IDEMPOTENCY_KEY_REUSED:
    'This form has already booked a session with other details. See your dashboard.',
} as const satisfies Record<BookSessionCode, string>;

/** What a student reads when the form is not one that the wizard made. */
export const BOOK_SESSION_FORM_MESSAGES = {
  NOTE_TOO_LONG: `Your message is longer than ${NOTE_MAX_LENGTH} characters. Shorten it and book again.`,
  FORM_INCOMPLETE: 'Something is missing from this form. Select a time again.',
  BOOKING_FAILED: 'Unable to book. Please try again.',
} as const;

/** What a client of the HTTP API reads when it asks for a session in words that contradict themselves. */
export const BOOK_SESSION_REQUEST_MESSAGES = {
  ST_NOT_FOUND: 'There is no such Student-Teacher.',
  TIME_DOES_NOT_EXIST: 'The clocks of this time zone never show this time. Choose another.',
  TIME_IS_AMBIGUOUS:
    'The clocks of this time zone show this time twice. Send it with its offset, such as -04:00.',
  STUDENT_MISMATCH: 'student_id is not yours. A session is booked for whoever is signed in.',
  COURSE_MISMATCH: 'This Student-Teacher does not teach the course of course_id.',
  END_MISMATCH: 'The session would not end at scheduled_end. Leave it out, or add its length.',
} as const satisfies Record<BookSessionRequestCode, string>;

/** What a client of the HTTP API reads when it asks for a page of sessions that there cannot be. */
export const LIST_SESSIONS_MESSAGES = {
  CURSOR_UNKNOWN: 'This cursor is none that you were given. Begin again without it.',
} as const;
