import { truncate } from '@/__tests__/support/database';
import { endAsOps, replaceWithHold } from '@/__tests__/support/end-as-ops';
import { createEnrollment, createScene, createSession, NOW } from '@/__tests__/support/factories';
import { refusalOf, sql } from '@/__tests__/support/plain-sql';

// Claims follow a session through its life. Which times exclude each other is in constraints/.

const TAKEN = { code: '23P01', constraint: 'calendar_claims_no_person_in_two_places' };
const HOUR_MS = 3_600_000;

const at = (clock: string) => new Date(`2026-03-05T${clock}:00Z`);

/** An ST with 15 minutes of buffer, taken from 15:00 to 16:00, and how another student asks for them. */
async function takenAtThree() {
  const { courseId, st, enrollment } = await createScene();
  const { id } = await createSession({
    enrollmentId: enrollment.id,
    stId: st.id,
    scheduledStart: at('15:00'),
  });
  const other = await createEnrollment({ courseId });
  const ask = [
    'INSERT INTO sessions (enrollment_id, st_id, scheduled_start) VALUES ($1, $2, $3)',
    other.id,
    st.id,
  ] as const;
  return { id, ask };
}

/** `teacher 15:00-16:15` for each claim there is, in order. */
async function claims(): Promise<string[]> {
  const rows = await sql<{ claim: string }>(
    `SELECT (CASE user_id WHEN s.teacher_id THEN 'teacher' WHEN s.student_id THEN 'student' END)
       || to_char(starts_at AT TIME ZONE 'UTC', ' HH24:MI-') || to_char(ends_at AT TIME ZONE 'UTC', 'HH24:MI') AS claim
     FROM calendar_claims JOIN sessions s ON s.id = session_id ORDER BY claim`,
  );
  return rows.map(({ claim }) => claim);
}

beforeEach(truncate);

test.each([
  ['booked', 'note = NULL', ['student 15:00-16:00', 'teacher 15:00-16:15']],
  [
    'moved',
    `scheduled_start = scheduled_start + interval '3 hours'`,
    ['student 18:00-19:00', 'teacher 18:00-19:15'],
  ],
  [
    'longer',
    `scheduled_end = scheduled_end + interval '15 minutes'`,
    ['student 15:00-16:15', 'teacher 15:00-16:30'],
  ],
  ['given a buffer', 'buffer_minutes = 40', ['student 15:00-16:00', 'teacher 15:00-16:40']],
  ['given no buffer', 'buffer_minutes = 0', ['student 15:00-16:00', 'teacher 15:00-16:00']],
])(
  'a session that is %s claims its teacher with the buffer and its student without',
  async (_how, change, expected) => {
    const { id } = await takenAtThree();
    await sql(`UPDATE sessions SET ${change} WHERE id = $1`, id);
    expect(await claims()).toEqual(expected);
  },
);

test('a hold claims both people too, and its claims say until when', async () => {
  const { id, ask } = await takenAtThree();
  const until = new Date(NOW.getTime() + HOUR_MS);
  const hold = await replaceWithHold(id, until);
  expect(await sql('SELECT DISTINCT session_id, hold_expires_at FROM calendar_claims')).toEqual([
    { session_id: hold, hold_expires_at: until },
  ]);
  expect(await refusalOf(...ask, at('15:00'))).toMatchObject(TAKEN);
});

test.each(['completed', 'no_show'])(
  'a session that is called %s while it runs keeps both people until it ends',
  async (status) => {
    const { id, ask } = await takenAtThree();
    await endAsOps(id, status);
    expect(await claims()).toHaveLength(2);
    expect(await refusalOf(...ask, at('15:30'))).toMatchObject(TAKEN);
    await sql(...ask, at('16:15'));
  },
);

test.each(['cancelled', 'expired'])(
  'a session that is %s has no claims, and cannot be reopened once its time is taken',
  async (status) => {
    const { id, ask } = await takenAtThree();
    const ended = await endAsOps(id, status);
    expect(await claims()).toEqual([]);
    await sql(...ask, at('15:00'));
    const back = await refusalOf(`UPDATE sessions SET status = 'scheduled' WHERE id = $1`, ended);
    expect(back).toMatchObject(TAKEN);
  },
);
