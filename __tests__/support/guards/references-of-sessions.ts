import type { GuardProof } from './proof';
import { pastTriggers, REMOVE_STRANGER, referenceProof } from './reference-proof';
import { ID } from './scene';

const DERIVED = 'trigger sessions.sessions_2_derive';
const STUDENT = 'constraint sessions.sessions_keep_their_student';
const TEACHER = 'constraint sessions.sessions_keep_their_teacher';
const CLAIM = 'constraint calendar_claims.calendar_claims_user_id_fkey';
const RECIPIENT = 'constraint notifications.notifications_recipient_id_fkey';

const SESSION = `sessions WHERE id = ${ID.session}`;

const EMPTY_COURSE = `INSERT INTO courses (id, title, description, session_count)
  VALUES (${ID.added}, 'Splices', 'Eye and back.', 10)`;

function point(column: string, target: string): string {
  return `UPDATE sessions SET ${column} = ${target} WHERE id = ${ID.session}`;
}

/** What a session points at. Its columns are derived, so a wrong one takes more than a wrong statement. */
const OWN: readonly GuardProof[] = [
  referenceProof(
    'sessions.sessions_course_id_fkey',
    'a session has an existing course',
    point('course_id', ID.nobody),
    {
      alsoHeldBy: [DERIVED, STUDENT, TEACHER],
      outcome: `SELECT course_id = ${ID.course} FROM ${SESSION}`,
    },
  ),
  referenceProof(
    'sessions.sessions_course_id_fkey',
    'a course with sessions stays',
    `DELETE FROM courses WHERE id = ${ID.added}`,
    {
      arrange: `${EMPTY_COURSE}; ${pastTriggers(point('course_id', ID.added))}`,
    },
  ),
  referenceProof(
    'sessions.sessions_student_id_fkey',
    'a session has an existing student',
    point('student_id', ID.nobody),
    {
      alsoHeldBy: [DERIVED, STUDENT],
      outcome: `SELECT student_id = ${ID.student} FROM ${SESSION}`,
    },
  ),
  referenceProof(
    'sessions.sessions_student_id_fkey',
    'a student with sessions stays',
    REMOVE_STRANGER,
    { arrange: pastTriggers(point('student_id', ID.stranger)) },
  ),
  referenceProof(
    'sessions.sessions_teacher_id_fkey',
    'a session has an existing teacher',
    point('teacher_id', ID.nobody),
    {
      alsoHeldBy: [DERIVED, TEACHER, CLAIM, RECIPIENT],
      outcome: `SELECT teacher_id = ${ID.teacher} FROM ${SESSION}`,
    },
  ),
  referenceProof(
    'sessions.sessions_teacher_id_fkey',
    'a teacher with sessions stays',
    REMOVE_STRANGER,
    { arrange: pastTriggers(point('teacher_id', ID.stranger)) },
  ),
];

/** The enrollment and ST of a session cannot become another person's. */
const KEPT: readonly GuardProof[] = [
  referenceProof(
    'sessions.sessions_keep_their_student',
    'no session is with a student who is not in its enrollment',
    point('student_id', ID.stranger),
    { alsoHeldBy: [DERIVED], outcome: `SELECT student_id = ${ID.student} FROM ${SESSION}` },
  ),
  referenceProof(
    'sessions.sessions_keep_their_student',
    'the student of an enrollment with sessions stays',
    `UPDATE enrollments SET student_id = ${ID.stranger} WHERE id = ${ID.enrollment}`,
    { as: 'ops' },
  ),
  referenceProof(
    'sessions.sessions_keep_their_student',
    'the course of an enrollment with sessions stays',
    `UPDATE enrollments SET course_id = ${ID.added} WHERE id = ${ID.enrollment}`,
    { as: 'ops', arrange: EMPTY_COURSE },
  ),
  referenceProof(
    'sessions.sessions_keep_their_student',
    'an enrollment with sessions is not deleted',
    `DELETE FROM enrollments WHERE id = ${ID.enrollment}`,
  ),
  referenceProof(
    'sessions.sessions_keep_their_teacher',
    'no session is with a teacher who is not its ST',
    point('teacher_id', ID.stranger),
    { alsoHeldBy: [DERIVED], outcome: `SELECT teacher_id = ${ID.teacher} FROM ${SESSION}` },
  ),
  referenceProof(
    'sessions.sessions_keep_their_teacher',
    'the person of an ST with sessions stays',
    `UPDATE student_teachers SET user_id = ${ID.stranger} WHERE id = ${ID.st}`,
    { as: 'ops' },
  ),
  referenceProof(
    'sessions.sessions_keep_their_teacher',
    'the course of an ST with sessions stays',
    `UPDATE student_teachers SET course_id = ${ID.added} WHERE id = ${ID.st}`,
    { as: 'ops', arrange: EMPTY_COURSE },
  ),
  referenceProof(
    'sessions.sessions_keep_their_teacher',
    'an ST with sessions is not deleted',
    `DELETE FROM student_teachers WHERE id = ${ID.st}`,
  ),
];

export const SESSION_REFERENCES: readonly GuardProof[] = [...OWN, ...KEPT];
