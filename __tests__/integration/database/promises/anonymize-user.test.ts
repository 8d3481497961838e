import { type AnyRow, attackAs, readEverything } from '@/__tests__/support/attack';
import { arrangeAttackedScene } from '@/__tests__/support/attacked-scene';
import { findBrokenPromises } from '@/__tests__/support/broken-promises';
import { setDatabaseTime } from '@/__tests__/support/database-time';
import { NOW } from '@/__tests__/support/factories';
import { ID } from '@/__tests__/support/guards/scene';
import { sql, sqlAsOwner } from '@/__tests__/support/plain-sql';
import { requestSignInLink } from '@/lib/auth/request-sign-in-link';
import { db } from '@/lib/db/client';
import { findUserByEmail, findViewer, listDemoUsers } from '@/lib/users/queries';

// Personal data is removed; other people's history stays.

/** In every text of the person, and in no other. */
const MARK = 'quetzal';
const EMAIL = `${MARK}@example.com`;
const PERSON = ID.student;
const personId = PERSON.slice(1, -1);

/** The student of the scene learns and teaches, and has left a text wherever one can be left. */
const LEAVE_TEXTS = `
  UPDATE users SET name = 'Ana ${MARK}', email = '${EMAIL}', avatar_url = 'https://${MARK}.example.com/a.png',
    bio = 'I like the ${MARK}.', timezone = 'Pacific/Chatham' WHERE id = ${PERSON};
  INSERT INTO student_teachers (id, user_id, course_id) VALUES (${ID.added}, ${PERSON}, ${ID.pricedCourse});
  INSERT INTO availability (user_id, day_of_week, start_time, end_time, timezone)
    VALUES (${PERSON}, 'monday', '09:00', '12:00', 'Pacific/Chatham');
  INSERT INTO availability_exceptions (user_id, kind, starts_at, ends_at)
    VALUES (${PERSON}, 'extra_hours', now(), now() + interval '1 hour');
  UPDATE sign_in_links SET next_path = '/${MARK}' WHERE user_id = ${PERSON};
  UPDATE sessions SET note = 'About the ${MARK}.' WHERE id = ${ID.session};
  UPDATE notifications SET status = 'failed', attempts = 8, last_error = 'No such mailbox: ${EMAIL}'
    WHERE recipient_id = ${PERSON};`;

const book = (
  id: string,
  enrollment: string,
  st: string,
  day: string,
  note: string | null = null,
) => `
  INSERT INTO sessions (id, enrollment_id, st_id, scheduled_start, note, payment_waiver)
    VALUES (${id}, ${enrollment}, ${st}, '2026-03-${day}T15:00Z', ${note ? `'${note}'` : 'NULL'},
      ${note?.includes(MARK) ? `'Paid by ${MARK} by invoice.'` : `'Paid by invoice.'`});`;

const [DONE, RUNNING, TO_COME, TAUGHT, OTHERS] = [1, 2, 3, 4, 5].map(
  (number) => `'00000000-0000-7000-8000-00000900010${number}'`,
) as [string, string, string, string, string];

const LEARNS_ELSEWHERE = `INSERT INTO enrollments (id, student_id, course_id, session_count)
  VALUES (${ID.added}, ${ID.otherStudent}, ${ID.pricedCourse}, 10);`;

/** On the 9th at 15:30: a session is done, one runs, one is to come, one is to be taught, one is others'. */
async function arrangePerson(): Promise<void> {
  await arrangeAttackedScene();
  const sessions = [
    book(DONE, ID.enrollment, ID.otherSt, '06', `The ${MARK}, again.`),
    book(RUNNING, ID.enrollment, ID.otherSt, '09', `And the ${MARK}.`),
    book(TO_COME, ID.enrollment, ID.otherSt, '10', `Still the ${MARK}.`),
    book(TAUGHT, ID.added, ID.added, '11', 'Teach me sails.'),
    book(OTHERS, ID.otherEnrollment, ID.otherSt, '12', 'About knots.'),
  ];
  await sqlAsOwner(LEAVE_TEXTS + LEARNS_ELSEWHERE + sessions.join(''));
  await setDatabaseTime(new Date('2026-03-09T15:30:00Z'));
  await sqlAsOwner(`UPDATE sessions SET status = 'completed' WHERE id IN (${ID.session}, ${DONE});
    UPDATE enrollments SET deferred_at = database_now() WHERE id = ${ID.enrollment}`);
}

const anonymize = (person = PERSON) =>
  sql<{ done: boolean }>(`SELECT anonymize_user(${person}) AS done`);

/** The tables and columns whose values, of whatever type, speak of it. */
function whereIs(text: string, everything: Record<string, AnyRow[]>): string[] {
  const speaks = (value: unknown) =>
    JSON.stringify(value ?? null)
      .toLowerCase()
      .includes(text);
  return Object.entries(everything).flatMap(([table, rows]) =>
    rows.flatMap((row) =>
      Object.entries(row).flatMap(([column, value]) =>
        speaks(value) ? [`${table}.${column}`] : [],
      ),
    ),
  );
}

/** The rows that do not name the person or one of the sessions they shared with others. */
function ofOthers(everything: Record<string, AnyRow[]>): Record<string, AnyRow[]> {
  const shared = [PERSON, ID.session, ID.added, DONE, RUNNING, TO_COME, TAUGHT].map((id) =>
    id.slice(1, -1),
  );
  const isTheirs = (row: AnyRow) => shared.some((id) => JSON.stringify(row).includes(id));
  return Object.fromEntries(
    Object.entries(everything).map(([table, rows]) => [
      table,
      rows.filter((row) => !isTheirs(row)),
    ]),
  );
}

beforeEach(arrangePerson);
afterEach(async () => expect(await findBrokenPromises()).toEqual([]));

test('no text of the person is left in any column of any table', async () => {
  const before = await readEverything();
  expect([...new Set(whereIs(MARK, before))].sort()).toEqual([
    'notifications.last_error',
    'sessions.note',
    'sessions.payment_waiver',
    'sign_in_links.next_path',
    'users.avatar_url',
    'users.bio',
    'users.email',
    'users.name',
  ]);
  expect(await anonymize()).toEqual([{ done: true }]);
  const after = await readEverything();
  expect(whereIs(MARK, after)).toEqual([]);
  // Their zone is one of many; that it was theirs is gone.
  expect(whereIs('pacific/chatham', after)).toEqual(['time_zones.name']);
  for (const table of [
    'availability',
    'availability_exceptions',
    'sign_in_links',
    'calendar_feeds',
  ]) {
    expect(after[table]?.filter(({ user_id }) => user_id === personId)).toEqual([]);
  }
  const [person] = await sql(`SELECT name, email, anonymized_at FROM users WHERE id = ${PERSON}`);
  expect(person).toEqual({
    name: 'Deleted user',
    email: `deleted-${personId}@deleted.invalid`,
    anonymized_at: new Date('2026-03-09T15:30:00Z'),
  });
});

test('other people’s data stays unchanged', async () => {
  const before = ofOthers(await readEverything());
  expect(before.sessions).toHaveLength(1);
  await anonymize();
  expect(ofOthers(await readEverything())).toEqual(before);
});

test('history stays: events, payments, past sessions and counts', async () => {
  const counts = () =>
    sql(`SELECT id, sessions_used, deferrals FROM enrollments
      UNION ALL SELECT id, students_taught, 0 FROM student_teachers ORDER BY id`);
  const history = () =>
    sql(`SELECT id, status, scheduled_start FROM sessions WHERE id IN (${ID.session}, ${DONE}, ${RUNNING})
      UNION ALL SELECT id, NULL, created_at FROM payments ORDER BY id`);
  const [before, events] = [await history(), await sql('SELECT * FROM session_events ORDER BY id')];
  await anonymize();
  expect(await history()).toEqual(before);
  const now = await sql('SELECT * FROM session_events ORDER BY id');
  expect(now.slice(0, events.length)).toEqual(events);
  const [learnt] = (await counts()).filter(({ id }) => id === ID.enrollment.slice(1, -1));
  // Two are done and one runs; the one to come was given back.
  expect(learnt).toMatchObject({ sessions_used: 3, deferrals: 1 });
  const [givenBack] = (await counts()).filter(({ id }) => id === ID.added.slice(1, -1));
  expect(givenBack).toMatchObject({ sessions_used: 0 });
  const taught = (await counts()).filter(({ id }) => id === ID.st.slice(1, -1));
  expect(taught).toMatchObject([{ sessions_used: 1 }]);
});

test('upcoming sessions are cancelled, and only the other person is notified', async () => {
  await anonymize();
  const sessions = await sql('SELECT id, status FROM sessions ORDER BY scheduled_start');
  expect(sessions.map(({ status }) => status)).toEqual([
    'completed',
    'completed',
    'scheduled',
    'cancelled',
    'cancelled',
    'scheduled',
  ]);
  const told = await sql(
    `SELECT name, subject_id FROM notifications JOIN users ON users.id = recipient_id
     WHERE status = 'pending' AND kind = 'session-cancelled' ORDER BY name`,
  );
  expect(told).toEqual([
    { name: 'Omar Student', subject_id: TAUGHT.slice(1, -1) },
    { name: 'Tina Teacher', subject_id: TO_COME.slice(1, -1) },
  ]);
});

test('no email to the user is pending, and no failed one can be sent again', async () => {
  await anonymize();
  const mails = await sql(
    `SELECT DISTINCT status FROM notifications WHERE recipient_id = ${PERSON}`,
  );
  expect(mails).toEqual([{ status: 'voided' }]);
  const again = `UPDATE notifications SET status = 'pending' WHERE recipient_id = ${PERSON}`;
  expect(await attackAs('ops', again)).toEqual(['23001']);
});

test('a running session can be cancelled, and only the other person is notified', async () => {
  await anonymize();
  await sql(`UPDATE sessions SET status = 'cancelled' WHERE id = ${RUNNING}`);
  const told = await sql(
    `SELECT name FROM notifications JOIN users ON users.id = recipient_id
     WHERE status = 'pending' AND subject_id = ${RUNNING} ORDER BY name`,
  );
  expect(told).toEqual([{ name: 'Tina Teacher' }]);
});

test.each(['REPEATABLE READ', 'SERIALIZABLE'])(
  'it is refused at %s, whose snapshot could miss a session',
  async (level) => {
    const before = await readEverything();
    const attack = `SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL ${level}`;
    expect(await attackAs('ops', attack, `SELECT anonymize_user(${PERSON})`)).toEqual([
      'done',
      '25001',
    ]);
    expect(await readEverything()).toEqual(before);
  },
);

test('they have no active enrollment or ST', async () => {
  await anonymize();
  expect(await sql(`SELECT DISTINCT status FROM enrollments WHERE student_id = ${PERSON}`)).toEqual(
    [{ status: 'cancelled' }],
  );
  expect(await sql(`SELECT is_active FROM student_teachers WHERE user_id = ${PERSON}`)).toEqual([
    { is_active: false },
  ]);
});

test('they cannot sign in with an old session, their former address or its replacement', async () => {
  expect(await findViewer(db(), personId)).not.toBeNull();
  expect((await listDemoUsers(db())).map(({ id }) => id)).toContain(personId);
  await anonymize();
  expect(await findViewer(db(), personId)).toBeNull();
  for (const email of [EMAIL, `deleted-${personId}@deleted.invalid`]) {
    expect(await findUserByEmail(db(), email)).toBeNull();
    await requestSignInLink(db(), { email, nextPath: null, secret: 'a secret', now: NOW });
  }
  expect(await sql('SELECT FROM sign_in_links')).toEqual([]);
  expect((await listDemoUsers(db())).map(({ id }) => id)).not.toContain(personId);
});

test('for a second call or an unknown user it returns false and changes nothing', async () => {
  await anonymize();
  const before = await readEverything();
  expect(await anonymize()).toEqual([{ done: false }]);
  expect(await anonymize(ID.nobody)).toEqual([{ done: false }]);
  expect(await readEverything()).toEqual(before);
});

test('the application can do it too, and ops cannot undo it', async () => {
  expect(await attackAs('app', `SELECT anonymize_user(${PERSON})`)).toEqual(['done']);
  const undo = `UPDATE users SET anonymized_at = NULL WHERE id = ${PERSON}`;
  expect(await attackAs('ops', undo)).toEqual(['42501']);
});
