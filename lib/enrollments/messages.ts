import type { DeferEnrollmentCode } from './rules';

/** What a student reads when "Schedule Later" cannot be recorded. */
export const DEFER_ENROLLMENT_MESSAGES = {
  NOT_ENROLLED: 'You must be enrolled to book.',
} as const satisfies Record<DeferEnrollmentCode, string>;
