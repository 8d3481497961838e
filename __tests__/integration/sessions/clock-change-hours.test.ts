import { api } from '@/__tests__/support/api';
import { truncate } from '@/__tests__/support/database';
import { createCourse, createEnrollment, createSt, NOW } from '@/__tests__/support/factories';
import { dispatchAt, openMailbox } from '@/__tests__/support/mail';
import { sessionBookedView } from '@/app/booking/confirmation/view';
import { db } from '@/lib/db/client';
import { findSession } from '@/lib/sessions/queries';

// On 5 April 2026 the clocks in Auckland show the hour from 02:00 twice: from 13:00 and from 14:00 UTC.

const zone = 'Pacific/Auckland';
const { current: mailbox } = openMailbox();
beforeEach(truncate);

async function createAucklandScene(sessionMinutes: number) {
  const { id: courseId } = await createCourse({ title: 'TypeScript', sessionMinutes });
  const st = await createSt({ courseId, bufferMinutes: 0, slotStepMinutes: 15 });
  await db().user.update({
    where: { id: st.userId },
    data: { name: 'Aroha', timezone: 'Europe/Berlin' },
  });
  const { studentId } = await createEnrollment({ courseId });
  await db().user.update({ where: { id: studentId }, data: { name: 'Maya', timezone: zone } });
  return { stId: st.id, student: { id: studentId } };
}

/** Books a session, and answers how the API and the confirmation tell the student of its time. */
async function book(
  { stId, student }: Awaited<ReturnType<typeof createAucklandScene>>,
  at: string,
) {
  const json = { st_id: stId, scheduled_start: `2026-04-04T${at}:00Z` };
  const { body } = await api('/api/sessions', { as: student, json });
  const { session_id, confirmation } = body as {
    session_id: string;
    confirmation: { student_time: { text: string } };
  };
  const booked = await findSession(db(), { sessionId: session_id, viewerId: student.id });
  const view = booked && sessionBookedView(booked, { zone, now: NOW });
  const page = `${view?.summary.time?.range} ${view?.summary.zoneName}`;
  return { api: confirmation.student_time.text, page };
}

test('the API and the confirmation give both offsets if the clocks change during the session', async () => {
  const range = '02:30 (GMT+13)–02:30 (GMT+12) Auckland time';
  expect(await book(await createAucklandScene(60), '13:30')).toEqual({
    api: `Sunday 5 April 2026, ${range}`,
    page: range,
  });
});

test('two sessions at the same local time have their offsets, also in emails', async () => {
  const scene = await createAucklandScene(30);
  const first = await book(scene, '13:15');
  expect(first.api).toBe('Sunday 5 April 2026, 02:15–02:45 (GMT+13) Auckland time');
  const second = await book(scene, '14:15');
  expect(second.page).toBe('02:15–02:45 (GMT+12) Auckland time');

  await dispatchAt(NOW, mailbox());
  const mails = mailbox()
    .mails()
    .map(({ mail }) => mail)
    .filter(({ subject }) => subject.includes('Auckland'));
  expect(mails.map(({ subject }) => subject).sort()).toEqual([
    'Booked: Sun 5 April, 02:15 (GMT+12) Auckland time, TypeScript with Aroha',
    'Booked: Sun 5 April, 02:15 (GMT+13) Auckland time, TypeScript with Aroha',
  ]);
  const texts = mails.map(({ text }) => text).join();
  for (const offset of ['GMT+12', 'GMT+13']) {
    expect(texts).toContain(`Sunday 5 April 2026, 02:15–02:45 (${offset})\n\nAuckland time\n`);
  }
});
