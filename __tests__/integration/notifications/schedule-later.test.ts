import { truncate } from '@/__tests__/support/database';
import { bookingRequest, createScene, NOW } from '@/__tests__/support/factories';
import { dispatchAt, minutesAfter, openMailbox } from '@/__tests__/support/mail';
import { refusalOf, refusalOfOwner, sql, sqlAsOwner } from '@/__tests__/support/plain-sql';
import { db } from '@/lib/db/client';
import { deferEnrollment } from '@/lib/enrollments/defer-enrollment';
import { bookSession } from '@/lib/sessions/book-session';

const { current: mailbox } = openMailbox();
beforeEach(truncate);

type Scene = Awaited<ReturnType<typeof createScene>>;

function defer({ enrollment, student }: Scene, now = NOW) {
  return deferEnrollment(db(), { viewer: student, enrollmentId: enrollment.id, now });
}

async function planned() {
  return sql(
    `SELECT version, status, due_at FROM notifications WHERE kind = 'schedule-later' ORDER BY version`,
  );
}

test('Schedule Later sends the student one email at once, however often it is chosen', async () => {
  const scene = await createScene({ title: 'TypeScript' });
  await Promise.all([defer(scene), defer(scene), defer(scene)]);
  await dispatchAt(NOW, mailbox());
  await defer(scene, minutesAfter(NOW, 5));
  await dispatchAt(minutesAfter(NOW, 5), mailbox());
  expect(await planned()).toEqual([{ version: 1, status: 'sent', due_at: NOW }]);
  const [mail, ...more] = mailbox().mails();
  expect(more).toEqual([]);
  expect(mail?.mail.subject).toBe("TypeScript: schedule when you're ready");
  expect(mail?.mail.text).toContain(`https://peerloop.test/courses/${scene.courseId}/book`);
});

test('a deferral after a booking sends another email', async () => {
  const scene = await createScene();
  await defer(scene);
  await dispatchAt(NOW, mailbox());
  expect(await bookSession(db(), bookingRequest(scene))).toMatchObject({ ok: true });
  await defer(scene, minutesAfter(NOW, 60));
  expect((await planned()).map(({ status }) => status)).toEqual(['sent', 'pending']);
});

test('a deferral email is not sent after a booking', async () => {
  const scene = await createScene();
  await defer(scene);
  await bookSession(db(), bookingRequest(scene));
  expect((await planned()).map(({ status }) => status)).toEqual(['voided']);
});

test('an outdated deferral email is not sent', async () => {
  const scene = await createScene();
  await defer(scene);
  await sql(`UPDATE enrollments SET status = 'cancelled'`);
  expect(await dispatchAt(NOW, mailbox())).toMatchObject({ sent: 0, voided: 1 });
});

test('a new deferral sends an email even if the earlier emails were deleted', async () => {
  const scene = await createScene();
  const versions = [];
  for (const day of [5, 6, 7]) {
    await defer(scene);
    versions.push(...(await planned()).map(({ version }) => version));
    expect(await dispatchAt(NOW, mailbox())).toMatchObject({ sent: day === 5 ? 1 : 3 });
    await sqlAsOwner('DELETE FROM notifications');
    const start = new Date(Date.UTC(2026, 2, day, 15));
    expect(await bookSession(db(), bookingRequest(scene, { start }))).toMatchObject({ ok: true });
  }
  expect(versions).toEqual([1, 2, 3]);
  expect(
    mailbox()
      .mails()
      .filter(({ mail }) => mail.subject.includes('ready')),
  ).toHaveLength(3);
});

test('no role can write the number of a deferral, and the outbox takes each number once', async () => {
  const scene = await createScene();
  await defer(scene);
  expect(await refusalOf('UPDATE enrollments SET deferrals = 0')).toMatchObject({ code: '42501' });
  const copy = `INSERT INTO notifications (subject_type, subject_id, recipient_id, kind, version, due_at)
    SELECT subject_type, subject_id, recipient_id, kind, version, due_at FROM notifications`;
  expect(await refusalOf(copy)).toMatchObject({ code: '42501' });
  expect(await refusalOfOwner(copy)).toMatchObject({ code: '23505' });
});
