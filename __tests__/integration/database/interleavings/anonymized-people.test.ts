import { findBrokenPromises } from '@/__tests__/support/broken-promises';
import { truncate } from '@/__tests__/support/database';
import { createScene, createSession, OPEN } from '@/__tests__/support/factories';
import { ISOLATION_LEVELS, meet, type Side } from '@/__tests__/support/interleaving';
import { sql } from '@/__tests__/support/plain-sql';

// A person's data is removed while they do something.

const at = (hour: number) => new Date(Date.UTC(2026, 2, 5, hour));

async function arrange() {
  const { st, enrollment, student } = await createScene();
  const session = await createSession({
    enrollmentId: enrollment.id,
    stId: st.id,
    scheduledStart: at(15),
  });
  const [window] = await sql<{ id: string }>(
    `INSERT INTO availability (user_id, day_of_week, start_time, end_time, timezone)
     VALUES ($1, 'monday', '09:00', '12:00', 'UTC') RETURNING id`,
    st.userId,
  );
  const anonymize = (person: string): Side => ({
    as: 'ops',
    does: 'SELECT anonymize_user($1)',
    values: [person],
    isolation: 'READ COMMITTED',
  });
  const edits = {
    book: {
      as: 'app',
      does: 'INSERT INTO sessions (enrollment_id, st_id, scheduled_start) VALUES ($1, $2, $3)',
      values: [enrollment.id, st.id, at(18)],
    },
    move: {
      as: 'ops',
      does: 'UPDATE sessions SET scheduled_start = $2 WHERE id = $1',
      values: [session.id, at(20)],
    },
    defer: {
      as: 'app',
      does: 'UPDATE enrollments SET deferred_at = $2 WHERE id = $1',
      values: [enrollment.id, OPEN.from],
    },
    'change hours': {
      as: 'ops',
      does: `UPDATE availability SET end_time = '11:00' WHERE id = $1`,
      values: [window?.id],
    },
  } as const;
  return { edits, student: anonymize(student.id), teacher: anonymize(st.userId) };
}

/** What is left for the future: sessions to come. */
async function sessionsToCome(): Promise<number> {
  return (await sql(`SELECT FROM sessions WHERE status IN ('pending_payment', 'scheduled')`))
    .length;
}

beforeEach(truncate);
afterEach(async () => expect(await findBrokenPromises()).toEqual([]));

describe.each(ISOLATION_LEVELS)('at %s', (isolation) => {
  describe.each(['student', 'teacher'] as const)('the %s', (person) => {
    test('is not booked while they are being anonymized', async () => {
      const scene = await arrange();
      const met = await meet({ isolation, first: scene[person], second: scene.edits.book });
      const code = person === 'student' ? 'PL003' : 'PL002';
      expect(met).toEqual({
        first: 'done',
        second: isolation === 'READ COMMITTED' ? code : '40001',
        waited: true,
      });
      expect(await sessionsToCome()).toBe(0);
    });

    test('a user is anonymized together with a booking that came first', async () => {
      const scene = await arrange();
      const met = await meet({ isolation, first: scene.edits.book, second: scene[person] });
      expect(met).toEqual({ first: 'done', second: 'done', waited: true });
      expect(await sessionsToCome()).toBe(0);
    });
  });

  test.each([
    ['book', 'INSERT ON calendar_claims', 'student'],
    ['book', 'INSERT ON calendar_claims', 'teacher'],
    ['move', 'INSERT ON calendar_claims', 'student'],
    ['move', 'INSERT ON calendar_claims', 'teacher'],
    ['move', 'UPDATE ON sessions', 'student'],
    ['move', 'UPDATE ON sessions', 'teacher'],
    ['defer', 'INSERT ON notifications', 'student'],
    ['change hours', 'UPDATE ON availability', 'teacher'],
  ] as const)(
    'to %s, paused at the %s, and to anonymize the %s do not deadlock',
    async (edit, pausedAt, person) => {
      const scene = await arrange();
      const met = await meet({
        isolation,
        first: scene.edits[edit],
        second: scene[person],
        pausedAt,
      });
      expect(met).toMatchObject({ first: 'done', second: 'done' });
    },
  );

  test.each([
    ['book', 'teacher'],
    ['book', 'student'],
    ['move', 'student'],
    ['move', 'teacher'],
    ['change hours', 'teacher'],
    ['defer', 'student'],
  ] as const)(
    'an anonymization in its middle and to %s (%s) do not deadlock',
    async (edit, person) => {
      const scene = await arrange();
      const met = await meet({
        isolation,
        first: scene[person],
        second: scene.edits[edit],
        pausedAt: 'UPDATE ON sessions',
      });
      expect(met.first).toBe('done');
      expect(met.second).not.toBe('40P01');
    },
  );
});
