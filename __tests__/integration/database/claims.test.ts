import { truncate } from '@/__tests__/support/database';
import { endByHand, holdInstead } from '@/__tests__/support/end-by-hand';
import { createEnrollment, createScene, createSt } from '@/__tests__/support/factories';
import { refusalOf, sql } from '@/__tests__/support/plain-sql';

// Invariant 1, attacked as someone in a database tool would: no person is in two places.

const TAKEN = { code: '23P01', constraint: 'calendar_claims_no_person_in_two_places' };
const INSERT = `INSERT INTO sessions (enrollment_id, st_id, scheduled_start, scheduled_end)
  VALUES ($1, $2, $3, $4) RETURNING id`;

const at = (clock: string) => `2025-03-05T${clock}:00Z`;

async function insert(
  { enrollmentId, stId }: { enrollmentId: string; stId: string },
  from: string,
  to: string,
): Promise<string> {
  const [row] = await sql<{ id: string }>(INSERT, enrollmentId, stId, at(from), at(to));
  return row?.id ?? '';
}

function refuseInsert(
  { enrollmentId, stId }: { enrollmentId: string; stId: string },
  from: string,
  to: string,
) {
  return refusalOf(INSERT, enrollmentId, stId, at(from), at(to));
}

/** An ST with 15 minutes of buffer, taken from 15:00 to 16:00; and another student of theirs. */
async function takenAtThree() {
  const { courseId, st, enrollment } = await createScene();
  const id = await insert({ enrollmentId: enrollment.id, stId: st.id }, '15:00', '16:00');
  const other = { enrollmentId: (await createEnrollment({ courseId })).id, stId: st.id };
  return { courseId, st, enrollment, id, other };
}

/** `person 15:00-16:15` for each claim there is, in order of time. */
async function claims(): Promise<string[]> {
  const rows = await sql<{ claim: string }>(
    `SELECT (CASE user_id WHEN s.teacher_id THEN 'teacher' WHEN s.student_id THEN 'student' END)
       || to_char(starts_at AT TIME ZONE 'UTC', ' HH24:MI-') || to_char(ends_at AT TIME ZONE 'UTC', 'HH24:MI') AS claim
     FROM calendar_claims JOIN sessions s ON s.id = session_id ORDER BY starts_at, 1`,
  );
  return rows.map((row) => row.claim);
}

beforeEach(truncate);

test('a live session claims its teacher with the buffer and its student without', async () => {
  await takenAtThree();
  expect(await claims()).toEqual(['student 15:00-16:00', 'teacher 15:00-16:15']);
});

test.each([
  ['at the same hour', '15:00', '16:00'],
  ['half an hour later', '15:30', '16:30'],
  ['half an hour earlier', '14:30', '15:30'],
  ['inside it', '15:15', '15:45'],
  ['around it', '14:00', '17:00'],
  ['in the buffer after it', '16:14', '17:14'],
  ['so that the new buffer reaches into it', '13:46', '14:46'],
])('the teacher cannot have another session %s', async (_where, from, to) => {
  const { other } = await takenAtThree();
  expect(await refuseInsert(other, from, to)).toMatchObject(TAKEN);
  expect(await sql('SELECT FROM sessions')).toHaveLength(1);
});

test.each([
  ['as soon as the buffer is over', '16:15', '17:15'],
  ['with a buffer that ends as it starts', '13:45', '14:45'],
])('the teacher can have another session %s', async (_where, from, to) => {
  const { other } = await takenAtThree();
  await insert(other, from, to);
  expect(await claims()).toHaveLength(4);
});

test('the student cannot be with two teachers at once, but from one to the next without a pause', async () => {
  const { courseId, enrollment } = await takenAtThree();
  const other = { enrollmentId: enrollment.id, stId: (await createSt({ courseId })).id };
  expect(await refuseInsert(other, '15:30', '16:30')).toMatchObject(TAKEN);
  expect(await refuseInsert(other, '14:30', '15:01')).toMatchObject(TAKEN);
  await insert(other, '16:00', '17:00');
});

test('who teaches in one course cannot learn in another at that hour, nor in the buffer', async () => {
  const { st } = await takenAtThree();
  const elsewhere = await createScene();
  const peer = await createEnrollment({ courseId: elsewhere.courseId, studentId: st.userId });
  const learning = { enrollmentId: peer.id, stId: elsewhere.st.id };
  expect(await refuseInsert(learning, '15:30', '16:30')).toMatchObject(TAKEN);
  expect(await refuseInsert(learning, '16:10', '17:10')).toMatchObject(TAKEN);
  await insert(learning, '16:15', '17:15');
});

test('who learns in one course cannot teach in another at that hour, nor until just before it', async () => {
  const { courseId, enrollment } = await takenAtThree();
  const peer = await createSt({ courseId, userId: enrollment.studentId });
  const teaching = { enrollmentId: (await createEnrollment({ courseId })).id, stId: peer.id };
  expect(await refuseInsert(teaching, '15:30', '16:30')).toMatchObject(TAKEN);
  expect(await refuseInsert(teaching, '14:00', '15:00')).toMatchObject(TAKEN);
  await insert(teaching, '16:00', '17:00');
});

test('a hold claims both people too', async () => {
  const { id, other } = await takenAtThree();
  await holdInstead(id, new Date(Date.now() + 3_600_000));
  expect(await claims()).toHaveLength(2);
  expect(await refuseInsert(other, '15:00', '16:00')).toMatchObject(TAKEN);
});

test.each(['completed', 'cancelled', 'no_show', 'expired'])(
  'a session that is %s claims nobody, and cannot come back once its time is taken',
  async (status) => {
    const { id, other } = await takenAtThree();
    const ended = await endByHand(id, status);
    expect(await claims()).toEqual([]);
    await insert(other, '15:00', '16:00');
    const back = await refusalOf(`UPDATE sessions SET status = 'scheduled' WHERE id = $1`, ended);
    expect(back).toMatchObject(TAKEN);
  },
);

test('of ten plain inserts at once for one time, one goes in', async () => {
  const { courseId, st } = await createScene();
  const students = await Promise.all(
    Array.from({ length: 10 }, () => createEnrollment({ courseId })),
  );
  const outcomes = await Promise.allSettled(
    students.map(({ id }) => insert({ enrollmentId: id, stId: st.id }, '15:00', '16:00')),
  );
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await claims()).toHaveLength(2);
});

test.each([
  `INSERT INTO calendar_claims (session_id, user_id, starts_at, ends_at)
   SELECT id, student_id, scheduled_start + interval '1 day', scheduled_end + interval '1 day' FROM sessions`,
  `UPDATE calendar_claims SET ends_at = ends_at + interval '1 hour'`,
  'DELETE FROM calendar_claims',
])('claims are not written by hand: %s', async (statement) => {
  await takenAtThree();
  expect(await refusalOf(statement)).toMatchObject({
    code: '23001',
    message: 'Rows of calendar_claims are written by the database, not by hand.',
  });
});
