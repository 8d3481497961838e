import type { GuardProof } from './proof';
import { ID } from './scene';

const EXCLUSION_VIOLATION = '23P01';

const MONDAY = `INSERT INTO availability (user_id, day_of_week, start_time, end_time, timezone)
  VALUES (${ID.teacher}, 'monday', '09:00', '12:00', 'Europe/Berlin')`;

const LAST_MINUTE = `INSERT INTO availability (user_id, day_of_week, start_time, end_time, timezone)
  VALUES (${ID.teacher}, 'monday', '11:59', '14:00', 'Asia/Kathmandu')`;

function session(enrollment: string, st: string, start: string): string {
  return `INSERT INTO sessions (enrollment_id, st_id, scheduled_start)
    VALUES (${enrollment}, ${st}, timestamptz '${start}')`;
}

const CLAIMS = 'calendar_claims_no_person_in_two_places';
const WINDOWS = 'availability_windows_do_not_overlap';

/** What does not happen at the same time. */
export const EXCLUSIONS: readonly GuardProof[] = [
  {
    guard: `constraint calendar_claims.${CLAIMS}`,
    promise: 'no teacher is in two places, their buffer included',
    as: 'ops',
    attack: session(ID.otherEnrollment, ID.st, '2026-03-05T16:14:59Z'),
    isHeld: { refusal: { code: EXCLUSION_VIOLATION, constraint: CLAIMS } },
  },
  {
    guard: `constraint calendar_claims.${CLAIMS}`,
    promise: 'no student is in two places',
    as: 'app',
    attack: session(ID.enrollment, ID.otherSt, '2026-03-05T15:59:59Z'),
    isHeld: { refusal: { code: EXCLUSION_VIOLATION, constraint: CLAIMS } },
  },
  {
    guard: `constraint availability.${WINDOWS}`,
    promise: 'the weekly windows of one person and weekday do not overlap, whatever their zones',
    as: 'ops',
    arrange: MONDAY,
    attack: LAST_MINUTE,
    isHeld: { refusal: { code: EXCLUSION_VIOLATION, constraint: WINDOWS } },
  },
];
