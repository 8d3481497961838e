import { attackAs } from '@/__tests__/support/attack';
import { arrangeAttackedScene } from '@/__tests__/support/attacked-scene';
import { findBrokenPromises } from '@/__tests__/support/broken-promises';
import { setDatabaseTime } from '@/__tests__/support/database-time';
import { ID } from '@/__tests__/support/guards/scene';
import { refusalOf, sql } from '@/__tests__/support/plain-sql';

// What happens to sessions when their enrollment ends or their ST is deactivated.

const end = (status: string) =>
  `UPDATE enrollments SET status = '${status}' WHERE id = ${ID.enrollment}`;
const DEACTIVATE = `UPDATE student_teachers SET is_active = false WHERE id = ${ID.st}`;
const book = (enrollment: string, st: string, day: string, status = 'scheduled') =>
  `INSERT INTO sessions (enrollment_id, st_id, scheduled_start, status)
   VALUES (${enrollment}, ${st}, '2026-03-${day}T15:00Z', '${status}')`;

const statuses = async () =>
  (await sql<{ status: string }>('SELECT status FROM sessions ORDER BY scheduled_start')).map(
    ({ status }) => status,
  );

/** `Ana Student: session-cancelled` for each mail that waits, in alphabetical order. */
async function mails(): Promise<string[]> {
  const rows = await sql<{ mail: string }>(
    `SELECT name || ': ' || kind AS mail FROM notifications JOIN users ON users.id = recipient_id
     WHERE status = 'pending' AND subject_type = 'session' ORDER BY mail`,
  );
  return rows.map(({ mail }) => mail);
}

beforeEach(arrangeAttackedScene);
afterEach(async () => expect(await findBrokenPromises()).toEqual([]));

describe('an enrollment that is cancelled', () => {
  test('cancels its upcoming sessions, notifies both people and returns the sessions', async () => {
    await sql(end('cancelled'));
    expect(await statuses()).toEqual(['cancelled']);
    expect(await mails()).toEqual([
      'Ana Student: session-cancelled',
      'Theo Teacher: session-cancelled',
    ]);
    expect(await sql(`SELECT sessions_used FROM enrollments WHERE id = ${ID.enrollment}`)).toEqual([
      { sessions_used: 0 },
    ]);
    expect(await sql('SELECT FROM calendar_claims')).toEqual([]);
  });

  test('releases its holds without an email', async () => {
    await sql(`UPDATE sessions SET status = 'cancelled'`);
    const before = await mails();
    await sql(book(ID.enrollment, ID.st, '06', 'pending_payment'));
    await sql(end('cancelled'));
    expect(await statuses()).toEqual(['cancelled', 'cancelled']);
    expect(await mails()).toEqual(before);
  });

  test('leaves running and past sessions', async () => {
    await sql(book(ID.enrollment, ID.st, '06'));
    await sql(book(ID.enrollment, ID.st, '07'));
    await setDatabaseTime(new Date('2026-03-06T15:30:00Z'));
    await sql(`UPDATE sessions SET status = 'completed' WHERE id = ${ID.session}`);
    await sql(end('cancelled'));
    expect(await statuses()).toEqual(['completed', 'scheduled', 'cancelled']);
  });

  test('leaves other people’s sessions', async () => {
    await sql(book(ID.otherEnrollment, ID.otherSt, '05'));
    await sql(end('cancelled'));
    expect((await statuses()).sort()).toEqual(['cancelled', 'scheduled']);
  });

  test('gets no sessions, neither new nor reopened ones, until it is active again', async () => {
    const reopen = `UPDATE sessions SET status = 'scheduled' WHERE id = ${ID.session}`;
    const attempts = [book(ID.enrollment, ID.st, '06'), reopen];
    expect(await attackAs('ops', end('cancelled'), ...attempts)).toEqual([
      'done',
      'PL003',
      'PL003',
    ]);
    expect(await attackAs('ops', end('active'), ...attempts)).toEqual(['done', 'done', 'done']);
  });
});

describe('an enrollment that is completed', () => {
  test('is refused while they have an upcoming session, with advice', async () => {
    const refusal = await refusalOf(end('completed'));
    expect(refusal).toMatchObject({
      code: '23514',
      message:
        'This enrollment still has held or scheduled sessions (1), so it cannot be completed.',
    });
    expect(refusal.hint).toMatch(/^Wait for them or cancel them\./);
    expect(await statuses()).toEqual(['scheduled']);
  });

  test('succeeds once they have none, and then they get none', async () => {
    const cancel = `UPDATE sessions SET status = 'cancelled'`;
    const outcomes = await attackAs(
      'ops',
      cancel,
      end('completed'),
      book(ID.enrollment, ID.st, '06'),
    );
    expect(outcomes).toEqual(['done', 'done', 'PL003']);
  });
});

describe('an ST who is deactivated', () => {
  beforeEach(() => sql(DEACTIVATE));

  test('keeps its sessions, which can still be moved, and notifies nobody', async () => {
    expect(await statuses()).toEqual(['scheduled']);
    expect((await mails()).filter((mail) => !mail.endsWith('session-booked'))).toEqual([]);
    const move = `UPDATE sessions SET scheduled_start = scheduled_start + interval '1 day'`;
    expect(await attackAs('ops', move)).toEqual(['done']);
  });

  test.each([
    ['a new session', book(ID.otherEnrollment, ID.st, '06')],
    ['a new hold', book(ID.otherEnrollment, ID.st, '06', 'pending_payment')],
  ])('takes no %s', async (_what, statement) => {
    expect(await attackAs('ops', statement)).toEqual(['PL002']);
    expect(await attackAs('app', statement)).toEqual(['PL002']);
  });

  test('gets no session of another ST, and none that is reopened', async () => {
    await sql(book(ID.otherEnrollment, ID.otherSt, '06'));
    const give = `UPDATE sessions SET st_id = ${ID.st} WHERE st_id = ${ID.otherSt}`;
    const cancel = `UPDATE sessions SET status = 'cancelled' WHERE id = ${ID.session}`;
    const reopen = cancel.replace('cancelled', 'scheduled');
    expect(await attackAs('ops', give, cancel, reopen)).toEqual(['PL002', 'done', 'PL002']);
  });

  test('can give sessions away, and can get sessions again once active', async () => {
    const give = `UPDATE sessions SET st_id = ${ID.otherSt} WHERE id = ${ID.session}`;
    const activate = DEACTIVATE.replace('false', 'true');
    const outcomes = await attackAs('ops', give, activate, book(ID.otherEnrollment, ID.st, '06'));
    expect(outcomes).toEqual(['done', 'done', 'done']);
  });
});
