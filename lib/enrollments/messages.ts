import { BOOK_SESSION_MESSAGES } from '@/lib/sessions/messages';
import type { DeferEnrollmentCode } from './defer-enrollment';
import type { EnrollCode } from './enroll';

/** Refusals of "Schedule Later". */
export const DEFER_ENROLLMENT_MESSAGES = {
  NOT_ENROLLED: BOOK_SESSION_MESSAGES.NOT_ENROLLED,
} as const satisfies Record<DeferEnrollmentCode, string>;

/** Refusals of an enrollment. */
export const ENROLL_MESSAGES = {
  COURSE_NOT_FOUND: 'This course no longer exists. Choose another from your dashboard.',
  ENROLLMENT_ENDED: 'Your enrollment in this course has ended. Contact support to reopen it.',
} as const satisfies Record<EnrollCode, string>;

export const ENROLL_FAILED_MESSAGE = 'We could not enroll you. Please try again.';

export const DEFER_ENROLLMENT_FAILED_MESSAGE = 'Unable to schedule later. Please try again.';
