import { inTransaction } from '@/__tests__/support/guards/prove-guards';
import { ID, SCENE, START } from '@/__tests__/support/guards/scene';

// What constraints still accept: the last value on the right side of each check, and rows that differ.

function st(assignment: string): string {
  return `UPDATE student_teachers SET ${assignment} WHERE id = ${ID.st}`;
}

function course(assignment: string): string {
  return `UPDATE courses SET ${assignment} WHERE id = ${ID.course}`;
}

function student(assignment: string): string {
  return `UPDATE users SET ${assignment} WHERE id = ${ID.student}`;
}

function session(assignment: string): string {
  return `UPDATE sessions SET ${assignment}`;
}

function window(start: string, end: string): string {
  return `INSERT INTO availability (user_id, day_of_week, start_time, end_time, timezone)
    VALUES (${ID.teacher}, 'monday', '${start}', '${end}', 'Europe/Berlin')`;
}

function link(lasts: string): string {
  return `INSERT INTO sign_in_links (user_id, token_hash, created_at, expires_at)
    VALUES (${ID.student}, decode(repeat('ab', 32), 'hex'), '2026-03-02T10:00Z', '2026-03-02T10:00Z'::timestamptz + interval '${lasts}')`;
}

function book(enrollment: string, key: string, days = 1): string {
  return `INSERT INTO sessions (enrollment_id, st_id, scheduled_start, idempotency_key)
    VALUES (${enrollment}, ${ID.otherSt}, ${START} + interval '${days} days', '${key}')`;
}

test.each([
  session(`scheduled_end = scheduled_start + interval '24 hours'`),
  session(`scheduled_end = scheduled_start + interval '1 microsecond'`),
  session('buffer_minutes = 0'),
  session('buffer_minutes = 1440'),
  session(`note = repeat('ñ', 1000)`),
  session(`note = ''`),
  session(`payment_waiver = repeat('w', 200)`),
  st('buffer_minutes = 0'),
  st('buffer_minutes = 1440'),
  st('min_notice_hours = 0'),
  st('min_notice_hours = 8760'),
  st('slot_step_minutes = 5, booking_horizon_days = 69'),
  st('slot_step_minutes = 27, booking_horizon_days = 365'),
  st('slot_step_minutes = 480'),
  st('booking_horizon_days = 1'),
  st('rating = 1'),
  st('rating = 5'),
  st('rating = NULL'),
  course('price_per_session_cents = 0'),
  course('price_per_session_cents = NULL'),
  course('session_count = 1'),
  course('session_minutes = 5'),
  course('session_minutes = 480'),
  course(`title = repeat('ä', 200)`),
  course(`title = 'Knots: "Bowline" & more <one> – für alle 🪢'`),
  student(`name = repeat('ä', 200)`),
  student(`name = 'Ngũgĩ wa Thiong’o, 村上 春樹'`),
  student(`email = 'a@b.co'`),
  student(`email = 'ana.o''neill+knots@mail.xn--bcher-kva.xn--p1ai'`),
  student(`email = repeat('a', 308) || '@example.com'`),
  student(String.raw`name = E'\u200fآنا\u200f'`),
  student(`timezone = 'America/Argentina/ComodRivadavia'`),
  `UPDATE enrollments SET session_count = 1 WHERE id = ${ID.enrollment}`,
  `UPDATE enrollments SET session_count = 0 WHERE id = ${ID.otherEnrollment}`,
  `INSERT INTO payments (session_id, stripe_checkout_id, amount_cents, currency)
   VALUES (${ID.session}, 'cs_1', 0, 'usd')`,
  window('00:00', '24:00'),
  window('23:59', '24:00'),
  window('00:00', '00:01'),
  link('10 minutes'),
  link('1 microsecond'),
  // The next version sends another email.
  `INSERT INTO notifications (kind, subject_type, subject_id, recipient_id, version, due_at)
   SELECT kind, subject_type, subject_id, recipient_id, version + 1, due_at FROM notifications`,
  // A form's key is its student's own.
  `${book(ID.enrollment, 'a form', 2)}; ${book(ID.otherEnrollment, 'a form')}`,
])('accepted: %s', async (statement) => {
  await inTransaction(async (run) => {
    await run(SCENE);
    await expect(run(statement)).resolves.toBeDefined();
  });
});

test('the largest integer is refused by a check, not by an overflow', async () => {
  await inTransaction(async (run) => {
    await run(SCENE);
    await expect(run(st('booking_horizon_days = 2147483647'))).rejects.toMatchObject({
      constraint: 'student_teachers_horizon_is_sane',
    });
  });
});
