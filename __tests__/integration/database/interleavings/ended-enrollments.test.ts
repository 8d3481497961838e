import { findBrokenPromises } from '@/__tests__/support/broken-promises';
import { truncate } from '@/__tests__/support/database';
import { createScene, createSession } from '@/__tests__/support/factories';
import { ISOLATION_LEVELS, meet, type Side } from '@/__tests__/support/interleaving';
import { sql } from '@/__tests__/support/plain-sql';

// An enrollment ends or an ST is deactivated during a booking or an edit.

const START = new Date('2026-03-05T15:00:00Z');
const LATER = new Date('2026-03-06T15:00:00Z');

async function arrange() {
  const scene = await createScene();
  const { enrollment, st } = scene;
  const session = await createSession({
    enrollmentId: enrollment.id,
    stId: st.id,
    scheduledStart: START,
  });
  const edit = (does: string, id: string): Side => ({ as: 'ops', does, values: [id] });
  const book: Side = {
    as: 'app',
    does: 'INSERT INTO sessions (enrollment_id, st_id, scheduled_start) VALUES ($1, $2, $3)',
    values: [enrollment.id, st.id, LATER],
  };
  return {
    ...scene,
    book,
    cancelEnrollment: edit(
      `UPDATE enrollments SET status = 'cancelled' WHERE id = $1`,
      enrollment.id,
    ),
    completeEnrollment: edit(
      `UPDATE enrollments SET status = 'completed' WHERE id = $1`,
      enrollment.id,
    ),
    deactivate: edit('UPDATE student_teachers SET is_active = false WHERE id = $1', st.id),
    cancelSession: edit(`UPDATE sessions SET status = 'cancelled' WHERE id = $1`, session.id),
    moveSession: edit(
      `UPDATE sessions SET scheduled_start = scheduled_start + interval '1 day' WHERE id = $1`,
      session.id,
    ),
  };
}

async function statuses(): Promise<string[]> {
  const rows = await sql<{ status: string }>(
    'SELECT status FROM sessions ORDER BY scheduled_start',
  );
  return rows.map(({ status }) => status);
}

beforeEach(truncate);
afterEach(async () => expect(await findBrokenPromises()).toEqual([]));

describe.each(ISOLATION_LEVELS)('at %s', (isolation) => {
  const isLate = (code: string) => (isolation === 'READ COMMITTED' ? code : '40001');

  test('a booking waits for an enrollment that is being cancelled, and is refused', async () => {
    const { cancelEnrollment: first, book: second } = await arrange();
    const met = await meet({ isolation, first, second });
    expect(met).toEqual({ first: 'done', second: isLate('PL003'), waited: true });
    expect(await statuses()).toEqual(['cancelled']);
  });

  test('cancelling an enrollment also cancels the booking that it waited for', async () => {
    const { book: first, cancelEnrollment: second } = await arrange();
    const met = await meet({ isolation, first, second });
    expect(met).toEqual({ first: 'done', second: isLate('done'), waited: true });
    if (isolation === 'READ COMMITTED')
      expect(await statuses()).toEqual(['cancelled', 'cancelled']);
  });

  test('an enrollment is not completed if the booking that it waited for succeeds', async () => {
    const { book: first, completeEnrollment: second, cancelSession } = await arrange();
    await sql(cancelSession.does, ...(cancelSession.values ?? []));
    const met = await meet({ isolation, first, second });
    expect(met).toEqual({ first: 'done', second: isLate('23514'), waited: true });
  });

  test('a booking waits for an ST who is being deactivated, and is refused', async () => {
    const { deactivate: first, book: second } = await arrange();
    const met = await meet({ isolation, first, second });
    expect(met).toEqual({ first: 'done', second: isLate('PL002'), waited: true });
  });

  test('an ST is deactivated after an earlier booking, which stays', async () => {
    const { book: first, deactivate: second } = await arrange();
    const met = await meet({ isolation, first, second });
    expect(met).toEqual({ first: 'done', second: 'done', waited: true });
    expect(await statuses()).toEqual(['scheduled', 'scheduled']);
  });

  test.each([
    ['cancelled', 'cancelSession'],
    ['moved', 'moveSession'],
  ] as const)(
    'an enrollment and one of its sessions, %s at once, do not block each other',
    async (_how, edit) => {
      const scene = await arrange();
      // The edit has the session and will want the enrollment, which has itself and wants the session.
      const met = await meet({
        isolation,
        first: scene[edit],
        second: scene.cancelEnrollment,
        pausedAt: 'UPDATE ON sessions',
      });
      expect(met).toEqual({ first: 'done', second: '55P03', waited: false });
      await sql(scene.cancelEnrollment.does, ...(scene.cancelEnrollment.values ?? []));
      expect(await statuses()).toEqual(['cancelled']);
    },
  );
});
