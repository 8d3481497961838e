import type { DeferEnrollmentCode } from './defer-enrollment';
import type { EnrollCode } from './enroll';

/** What a student reads when "Schedule Later" cannot be recorded. */
export const DEFER_ENROLLMENT_MESSAGES = {
  NOT_ENROLLED: 'You must be enrolled to book.',
} as const satisfies Record<DeferEnrollmentCode, string>;

/** What a person reads when they cannot be put in a course. */
export const ENROLL_MESSAGES = {
  COURSE_NOT_FOUND: 'There is no such course any more. Choose another from your dashboard.',
  ENROLLMENT_ENDED: 'Your enrollment in this course has ended. Ask support to open it again.',
} as const satisfies Record<EnrollCode, string>;

/** What a person reads when something broke on our side. */
export const ENROLL_FAILED_MESSAGE = 'We could not enroll you. Please try again.';

/** What a student reads when "Schedule Later" broke on our side. */
export const DEFER_ENROLLMENT_FAILED_MESSAGE = 'Unable to schedule later. Please try again.';
