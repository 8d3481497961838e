import { attackAs, readEverything } from '@/__tests__/support/attack';
import { arrangeAttackedScene } from '@/__tests__/support/attacked-scene';
import { findBrokenPromises } from '@/__tests__/support/broken-promises';
import { ID } from '@/__tests__/support/guards/scene';
import { sql } from '@/__tests__/support/plain-sql';

// Nobody can write what the database counts and derives.

const NO_PRIVILEGE = '42501';

const COUNTS = [
  'UPDATE enrollments SET sessions_used = 0',
  'UPDATE enrollments SET deferrals = 7',
  'UPDATE student_teachers SET students_taught = 500',
];

const DERIVED = [
  'uses_session = false',
  'sequence = 41',
  `timed_at = timed_at - interval '1 year'`,
  `price_cents = 1, currency = 'usd'`,
  `course_id = ${ID.pricedCourse}`,
  `student_id = ${ID.stranger}`,
  `teacher_id = ${ID.otherTeacher}`,
  'student_id = teacher_id, teacher_id = student_id',
  `hold_expires_at = database_now() + interval '1 hour'`,
];

beforeEach(arrangeAttackedScene);
afterEach(async () => expect(await findBrokenPromises()).toEqual([]));

describe.each(['ops', 'app'] as const)('as %s', (role) => {
  test.each(COUNTS)('refused: %s', async (statement) => {
    const before = await readEverything();
    expect(await attackAs(role, statement)).toEqual([NO_PRIVILEGE]);
    expect(await readEverything()).toEqual(before);
  });

  test.each(DERIVED)('without effect: UPDATE sessions SET %s', async (assignments) => {
    const before = await readEverything();
    expect(await attackAs(role, `UPDATE sessions SET ${assignments}`)).toEqual(['done']);
    expect(await readEverything()).toEqual(before);
  });

  test('the counts of a new row start at their own values, whatever is written', async () => {
    const outcomes = await attackAs(
      role,
      `INSERT INTO enrollments (student_id, course_id, session_count, sessions_used, deferrals)
       VALUES (${ID.stranger}, ${ID.course}, 10, -5, 9)`,
      `INSERT INTO student_teachers (user_id, course_id, students_taught)
       VALUES (${ID.stranger}, ${ID.course}, 500)`,
    );
    expect(outcomes).toEqual(['done', 'done']);
    expect(
      await sql(
        `SELECT sessions_used, deferrals FROM enrollments WHERE student_id = ${ID.stranger}`,
      ),
    ).toEqual([{ sessions_used: 0, deferrals: 0 }]);
    expect(
      await sql(`SELECT students_taught FROM student_teachers WHERE user_id = ${ID.stranger}`),
    ).toEqual([{ students_taught: 0 }]);
  });

  test('a new session takes its values from its enrollment, ST and course', async () => {
    const insert = `INSERT INTO sessions (enrollment_id, st_id, scheduled_start, uses_session, sequence, timed_at,
        price_cents, currency, course_id, student_id, teacher_id)
      VALUES (${ID.otherEnrollment}, ${ID.otherSt}, '2026-03-05T15:00Z', false, 41, '2020-01-01',
        1, 'usd', ${ID.pricedCourse}, ${ID.stranger}, ${ID.teacher})`;
    expect(await attackAs(role, insert)).toEqual(['done']);
    const [session] = await sql(
      `SELECT uses_session, sequence, timed_at = database_now() AS is_new, price_cents, currency,
         course_id, student_id, teacher_id FROM sessions WHERE id <> ${ID.session}`,
    );
    expect(session).toEqual({
      uses_session: true,
      sequence: 0,
      is_new: true,
      price_cents: null,
      currency: null,
      course_id: ID.course.slice(1, -1),
      student_id: ID.otherStudent.slice(1, -1),
      teacher_id: ID.otherTeacher.slice(1, -1),
    });
  });

  test('an enrollment can be reduced to its used sessions, but not below', async () => {
    const cut = (count: number) =>
      `UPDATE enrollments SET session_count = ${count} WHERE id = ${ID.enrollment}`;
    expect(await attackAs(role, cut(0), cut(-1), cut(1))).toEqual(['23514', '23514', 'done']);
  });
});

test.each([
  ['enrollments', 'student_id', ID.stranger, ID.enrollment],
  ['enrollments', 'course_id', ID.pricedCourse, ID.enrollment],
  ['student_teachers', 'user_id', ID.stranger, ID.st],
  ['student_teachers', 'course_id', ID.pricedCourse, ID.st],
])('%s.%s does not change under a session', async (table, column, value, id) => {
  const before = await readEverything();
  const [code] = await attackAs('ops', `UPDATE ${table} SET ${column} = ${value} WHERE id = ${id}`);
  // Since PostgreSQL 18, a restricting foreign key has its own error code.
  expect(['23503', '23001', '23505']).toContain(code);
  expect(await readEverything()).toEqual(before);
});
