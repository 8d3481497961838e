import type { BookSessionCode } from '@/lib/sessions/plan-session';
import type { RecoveryLink } from './view-model';
import { wizardPath } from './wizard-address';

export const DASHBOARD_LINK: RecoveryLink = { label: 'Back to Dashboard', href: '/dashboard' };

const REFUSALS_OF_EVERY_SLOT: ReadonlySet<BookSessionCode> = new Set([
  'NOT_ENROLLED',
  'NO_SESSIONS_LEFT',
  'IDEMPOTENCY_KEY_REUSED',
]);

/** Whether the student could book another time, or another ST, after this refusal. */
export function canBookAnotherSlot(code: BookSessionCode): boolean {
  return !REFUSALS_OF_EVERY_SLOT.has(code);
}

/** Where a student goes after a refusal, if not to another time of the same ST. */
export function recoveryLink(code: BookSessionCode, courseId: string): RecoveryLink {
  switch (code) {
    case 'NOT_ENROLLED':
      return { label: 'Enroll now', href: `/courses/${courseId}` };
    case 'NO_SESSIONS_LEFT':
    case 'IDEMPOTENCY_KEY_REUSED':
      return DASHBOARD_LINK;
    default:
      return { label: 'Choose another Student-Teacher', href: wizardPath(courseId) };
  }
}
