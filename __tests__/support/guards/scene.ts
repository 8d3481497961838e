// What every proof finds. Ids are fixed, so that attacks can be plain SQL.

const id = (kind: number, number: number) =>
  `'00000000-0000-7000-8000-${String(kind).padStart(6, '0')}${String(number).padStart(6, '0')}'`;

/** Ids as SQL literals, quotes included. */
export const ID = {
  /** In no table. */
  nobody: id(0, 0),
  teacher: id(1, 1),
  student: id(1, 2),
  /** A person without any course. */
  stranger: id(1, 3),
  otherTeacher: id(1, 4),
  otherStudent: id(1, 5),
  course: id(2, 1),
  /** A course at $25 a session, taught by the teacher and learned by the student. */
  pricedCourse: id(2, 2),
  st: id(3, 1),
  otherSt: id(3, 2),
  pricedSt: id(3, 3),
  enrollment: id(4, 1),
  otherEnrollment: id(4, 2),
  pricedEnrollment: id(4, 3),
  /** Scheduled: the student with the ST, from 15:00 to 16:00, and then 15 minutes of buffer. */
  session: id(5, 1),
  /** For rows that a proof adds. */
  added: id(9, 1),
  alsoAdded: id(9, 2),
} as const;

/** When the session of the scene starts: three days after the moment of the tests. */
export const START = `timestamptz '2026-03-05T15:00Z'`;

/** Two people who can teach and two who can learn, a course, a priced course, and one session. */
export const SCENE = `
  INSERT INTO users (id, name, email) VALUES
    (${ID.teacher}, 'Theo Teacher', 'theo@example.com'),
    (${ID.student}, 'Ana Student', 'ana@example.com'),
    (${ID.stranger}, 'Sam Stranger', 'sam@example.com'),
    (${ID.otherTeacher}, 'Tina Teacher', 'tina@example.com'),
    (${ID.otherStudent}, 'Omar Student', 'omar@example.com');
  INSERT INTO courses (id, title, description, session_count, price_per_session_cents) VALUES
    (${ID.course}, 'Knots', 'Bowline and more.', 10, NULL),
    (${ID.pricedCourse}, 'Sails', 'Main and jib.', 10, 2500);
  INSERT INTO student_teachers (id, user_id, course_id) VALUES
    (${ID.st}, ${ID.teacher}, ${ID.course}),
    (${ID.otherSt}, ${ID.otherTeacher}, ${ID.course}),
    (${ID.pricedSt}, ${ID.teacher}, ${ID.pricedCourse});
  INSERT INTO enrollments (id, student_id, course_id, session_count) VALUES
    (${ID.enrollment}, ${ID.student}, ${ID.course}, 10),
    (${ID.otherEnrollment}, ${ID.otherStudent}, ${ID.course}, 10),
    (${ID.pricedEnrollment}, ${ID.student}, ${ID.pricedCourse}, 10);
  INSERT INTO sessions (id, enrollment_id, st_id, scheduled_start)
    VALUES (${ID.session}, ${ID.enrollment}, ${ID.st}, ${START});
`;
