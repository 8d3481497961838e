import type { BookSessionCode } from './rules';

/** What a student reads when a session cannot be booked. Each says what to do next. */
export const BOOK_SESSION_MESSAGES = {
  NOT_ENROLLED: 'You must be enrolled to book.',
  ST_UNAVAILABLE: 'This Student-Teacher is not taking sessions at the moment. Choose another.',
  OWN_SESSION: 'You teach this course yourself here. Choose another Student-Teacher.',
  NO_SESSIONS_LEFT: 'You have used all sessions of this course. Ask support for more.',
  SLOT_UNAVAILABLE: 'This time is no longer available. Select another.',
  STUDENT_CONFLICT: 'You have another session at this time.',
  IDEMPOTENCY_KEY_REUSED: 'This form has already booked another time. See your dashboard.',
} as const satisfies Record<BookSessionCode, string>;

/** What a student reads when something broke on our side. */
export const BOOKING_FAILED_MESSAGE = 'Unable to book. Please try again.';
