import type { GuardProof } from './proof';
import { consequenceProof, REMOVE_STRANGER, referenceProof } from './reference-proof';
import { ID } from './scene';

const EMPTY_COURSE = `INSERT INTO courses (id, title, description, session_count)
  VALUES (${ID.added}, 'Splices', 'Eye and back.', 10)`;

function enroll(student: string, course: string): string {
  return `INSERT INTO enrollments (student_id, course_id, session_count) VALUES (${student}, ${course}, 10)`;
}

function teach(person: string, course: string): string {
  return `INSERT INTO student_teachers (id, user_id, course_id) VALUES (${ID.alsoAdded}, ${person}, ${course})`;
}

function event({ viewer = ID.student, course = ID.course, st = 'NULL' }): string {
  const name = st === 'NULL' ? 'schedule_later' : 'st_selected';
  const [key, value] = st === 'NULL' ? ['course_id', course] : ['st_id', st];
  return `INSERT INTO analytics_events (name, occurred_at, viewer_id, course_id, st_id, data)
    VALUES ('${name}', now(), ${viewer}, ${course}, ${st}, jsonb_build_object('${key}', ${value}::uuid))`;
}

const REMOVE_COURSE = `DELETE FROM courses WHERE id = ${ID.added}`;
const NO_EVENT_LEFT = 'SELECT NOT EXISTS (SELECT FROM analytics_events)';

const ENROLLMENTS: readonly GuardProof[] = [
  referenceProof(
    'enrollments.enrollments_course_id_fkey',
    'an enrollment has an existing course',
    enroll(ID.stranger, ID.nobody),
    { as: 'ops' },
  ),
  referenceProof(
    'enrollments.enrollments_course_id_fkey',
    'a course stays for the history of its students',
    REMOVE_COURSE,
    { arrange: `${EMPTY_COURSE}; ${enroll(ID.stranger, ID.added)}` },
  ),
  referenceProof(
    'enrollments.enrollments_student_id_fkey',
    'an enrollment has an existing student',
    enroll(ID.nobody, ID.course),
    { as: 'ops' },
  ),
  referenceProof(
    'enrollments.enrollments_student_id_fkey',
    'a person who has learned stays for the history of others',
    REMOVE_STRANGER,
    { arrange: enroll(ID.stranger, ID.course) },
  ),
];

const TEACHERS: readonly GuardProof[] = [
  referenceProof(
    'student_teachers.student_teachers_course_id_fkey',
    'an ST has an existing course',
    teach(ID.stranger, ID.nobody),
    { as: 'ops' },
  ),
  referenceProof(
    'student_teachers.student_teachers_course_id_fkey',
    'a course stays for the history of its teachers',
    REMOVE_COURSE,
    { arrange: `${EMPTY_COURSE}; ${teach(ID.stranger, ID.added)}` },
  ),
  referenceProof(
    'student_teachers.student_teachers_user_id_fkey',
    'an ST has an existing user',
    teach(ID.nobody, ID.course),
    { as: 'ops' },
  ),
  referenceProof(
    'student_teachers.student_teachers_user_id_fkey',
    'a person who has taught stays for the history of others',
    REMOVE_STRANGER,
    { arrange: teach(ID.stranger, ID.course) },
  ),
];

const ANALYTICS: readonly GuardProof[] = [
  referenceProof(
    'analytics_events.analytics_events_course_id_fkey',
    'an analytics event has an existing course',
    event({ course: ID.nobody }),
    { as: 'app' },
  ),
  consequenceProof(
    'analytics_events.analytics_events_course_id_fkey',
    'analytics events are deleted with their course',
    {
      arrange: `${EMPTY_COURSE}; ${event({ course: ID.added })}`,
      attack: REMOVE_COURSE,
      outcome: NO_EVENT_LEFT,
    },
  ),
  referenceProof(
    'analytics_events.analytics_events_viewer_id_fkey',
    'an analytics event has an existing user',
    event({ viewer: ID.nobody }),
    { as: 'app' },
  ),
  consequenceProof(
    'analytics_events.analytics_events_viewer_id_fkey',
    'analytics events are deleted with their user',
    {
      arrange: event({ viewer: ID.stranger }),
      attack: REMOVE_STRANGER,
      outcome: NO_EVENT_LEFT,
    },
  ),
  referenceProof(
    'analytics_events.analytics_events_st_id_fkey',
    'an analytics event has an existing ST',
    event({ st: ID.nobody }),
    { as: 'app' },
  ),
  consequenceProof(
    'analytics_events.analytics_events_st_id_fkey',
    'analytics events stay when their ST is deleted',
    {
      arrange: `${teach(ID.stranger, ID.course)}; ${event({ st: ID.alsoAdded })}`,
      attack: `DELETE FROM student_teachers WHERE id = ${ID.alsoAdded}`,
      outcome: 'SELECT st_id IS NULL FROM analytics_events',
    },
  ),
];

/** References to people and courses from enrollments and STs. */
export const COURSE_REFERENCES: readonly GuardProof[] = [...ENROLLMENTS, ...TEACHERS, ...ANALYTICS];
