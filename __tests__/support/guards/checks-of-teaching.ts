import { checkProof } from './check-proof';
import type { GuardProof } from './proof';
import { ID } from './scene';

function window(start: string, end: string): string {
  return `INSERT INTO availability (user_id, day_of_week, start_time, end_time, timezone)
    VALUES (${ID.teacher}, 'monday', '${start}', '${end}', 'Europe/Berlin')`;
}

/** One proof for each value that one column of an ST must not have. */
function stProofs(check: string, promise: string, assignments: readonly string[]): GuardProof[] {
  return assignments.map((assignment) =>
    checkProof(
      `student_teachers.student_teachers_${check}`,
      `${promise} (${assignment})`,
      `UPDATE student_teachers SET ${assignment} WHERE id = ${ID.st}`,
    ),
  );
}

function timeOff(end: string): string {
  return `INSERT INTO availability_exceptions (user_id, kind, starts_at, ends_at)
    VALUES (${ID.teacher}, 'time_off', '2026-03-05T10:00Z', '${end}')`;
}

const EXCEPTION = 'availability_exceptions.availability_exceptions_start_is_before_end';
const CLOCK_TIMES = 'availability.availability_times_are_clock_times';

/** What a Student-Teacher and their hours may hold. */
export const TEACHING_CHECKS: readonly GuardProof[] = [
  ...stProofs('buffer_is_not_negative', 'a buffer is between 0 minutes and a day', [
    'buffer_minutes = -1',
    'buffer_minutes = 1441',
  ]),
  ...stProofs('notice_is_not_negative', 'the notice is between 0 hours and a year', [
    'min_notice_hours = -1',
    'min_notice_hours = 8761',
  ]),
  ...stProofs('slot_step_is_sane', 'slots start every 5 minutes at most and 8 hours at least', [
    'slot_step_minutes = 4, booking_horizon_days = 1',
    'slot_step_minutes = 481',
  ]),
  ...stProofs('horizon_is_sane', 'bookings open between a day and a year ahead', [
    'booking_horizon_days = 0',
    'booking_horizon_days = 366',
  ]),
  ...stProofs('slots_fit_a_page', 'no ST has more slots than a page can show', [
    'booking_horizon_days = 70, slot_step_minutes = 5',
    'booking_horizon_days = 365, slot_step_minutes = 26',
  ]),
  ...stProofs('rating_is_one_to_five', 'a rating is between 1 and 5', [
    'rating = 0.9',
    'rating = 5.1',
  ]),
  ...stProofs('students_taught_is_not_negative', 'nobody has taught fewer than 0 students', [
    'students_taught = -1',
  ]),
  checkProof(EXCEPTION, 'time off does not end when it starts', timeOff('2026-03-05T10:00Z')),
  checkProof(EXCEPTION, 'time off does not end before it starts', timeOff('2026-03-05T09:00Z')),
  checkProof(
    'availability.availability_start_is_before_end',
    'no weekly window is empty',
    window('10:00', '10:00'),
  ),
  checkProof(
    'availability.availability_start_is_before_end',
    'a weekly window does not run past midnight',
    window('22:00', '02:00'),
    { alsoHeldBy: ['constraint availability.availability_windows_do_not_overlap'] },
  ),
  ...[
    ['9:00', '9:30'],
    ['09:00', '24:01'],
    ['09:60', '10:00'],
    ['24:00', '24:30'],
    ['09:00:00', '10:00'],
    [' 09:00', '10:00'],
    ['09:00', '10:00\n'],
  ].map(([start = '', end = '']) =>
    checkProof(
      CLOCK_TIMES,
      `a weekly window has clock times, unlike ${JSON.stringify([start, end])}`,
      window(start, end),
    ),
  ),
];
