import { truncate } from '@/__tests__/support/database';
import { bookingRequest, createScene, createUser, NOW } from '@/__tests__/support/factories';
import { sql } from '@/__tests__/support/plain-sql';
import { db } from '@/lib/db/client';
import { bookSession } from '@/lib/sessions/book-session';

// Where ops look when a student could not book.

beforeEach(truncate);

test('lists who wanted which time with which ST, and the refusal, latest first', async () => {
  const scene = await createScene({ title: 'Knots' });
  const stranger = await createUser({ name: 'Sam Stranger' });
  await db().user.update({ where: { id: scene.student.id }, data: { name: 'Ana Student' } });
  await db().user.update({ where: { id: scene.st.userId }, data: { name: 'Theo Teacher' } });
  const past = new Date('2026-03-01T15:00:00Z');
  const later = new Date(NOW.getTime() + 60_000);
  await bookSession(db(), bookingRequest(scene, { start: past }));
  await bookSession(db(), bookingRequest({ student: stranger, st: scene.st }, { now: later }));
  await bookSession(db(), bookingRequest(scene));
  const failures = await sql<{ id: string }>(
    `SELECT id FROM analytics_events WHERE name = 'booking_failed' ORDER BY occurred_at DESC`,
  );
  const same = { course: 'Knots', st_id: scene.st.id, teacher: 'Theo Teacher' };
  expect(await sql('SELECT * FROM refused_bookings')).toEqual([
    {
      ...same,
      id: failures[0]?.id,
      occurred_at: later,
      student_id: stranger.id,
      student: 'Sam Stranger',
      wanted_start: new Date('2026-03-05T15:00:00Z'),
      error_type: 'NOT_ENROLLED',
    },
    {
      ...same,
      id: failures[1]?.id,
      occurred_at: NOW,
      student_id: scene.student.id,
      student: 'Ana Student',
      wanted_start: past,
      error_type: 'SLOT_UNAVAILABLE',
    },
  ]);
});

test.each(['0000-01-01T00:00:00Z', '9999-12-31T23:00:00Z', '+275760-09-01T00:00:00Z'])(
  'a time that no wizard offers leaves no trace: %s',
  async (start) => {
    const request = bookingRequest(await createScene(), { start: new Date(start) });
    expect(await bookSession(db(), request)).toEqual({ ok: false, code: 'SLOT_UNAVAILABLE' });
    expect(await sql('SELECT FROM analytics_events')).toEqual([]);
  },
);
