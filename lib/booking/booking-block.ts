import type { BookSessionCode } from '@/lib/sessions/plan-session';
import type { LoadedWizard } from './load-wizard';

/** Why a student cannot book any time with an ST. */
export type BookingBlock = Extract<
  BookSessionCode,
  'NOT_ENROLLED' | 'NO_SESSIONS_LEFT' | 'OWN_SESSION' | 'ST_UNAVAILABLE'
>;

/** Null if the student can book with the ST, or has not chosen one yet. `loadWizard` finds no ST who is the viewer. */
export function bookingBlock(
  { enrollment, st }: Pick<LoadedWizard, 'enrollment' | 'st'>,
  preselectedStId: string | null,
): BookingBlock | null {
  if (!enrollment) return 'NOT_ENROLLED';
  if (enrollment.sessionsLeft <= 0) return 'NO_SESSIONS_LEFT';
  if (preselectedStId !== null && st === null) return 'OWN_SESSION';
  return st?.isActive === false ? 'ST_UNAVAILABLE' : null;
}
