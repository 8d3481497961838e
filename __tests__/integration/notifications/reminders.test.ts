import { truncate } from '@/__tests__/support/database';
import { setDatabaseTime } from '@/__tests__/support/database-time';
import { createSt } from '@/__tests__/support/factories';
import { deliveries, dispatchAt, minutesAfter, openMailbox } from '@/__tests__/support/mail';
import { AROHA, bookedScene, changeSession, MAYA } from '@/__tests__/support/mail-scene';
import { db } from '@/lib/db/client';

// Reminders as people get them: by the clock, each once, and none that no longer helps.

const { current: mailbox } = openMailbox();
beforeEach(truncate);

const both = (template: string) => [`${template} to ${AROHA}`, `${template} to ${MAYA}`];
const DAY = 24 * 60;

/** What the clock sends so many minutes before a start. */
async function sentBefore(start: Date, minutes: number): Promise<string[]> {
  mailbox().clear();
  await dispatchAt(minutesAfter(start, -minutes), mailbox());
  return deliveries(mailbox());
}

/** A session whose two people have had their confirmations. */
async function confirmedScene(...scene: Parameters<typeof bookedScene>) {
  const booked = await bookedScene(...scene);
  await dispatchAt(booked.bookedAt, mailbox());
  return booked;
}

function mailsThat(status: 'voided' | 'pending'): Promise<number> {
  return db().notification.count({ where: { status } });
}

test('with doubled cron runs, each reminder is sent once and on time', async () => {
  const { start } = await confirmedScene();
  const ticks: [number, string[]][] = [
    [DAY + 1, []],
    [DAY, both('session-reminder-24h')],
    [DAY, []],
    [61, []],
    [60, both('session-reminder-1h')],
    [59, []],
    [15, both('session-reminder-15m')],
    [15, []],
    [0, []],
    [-60, []],
  ];
  for (const [minutes, expected] of ticks) {
    expect([minutes, await sentBefore(start, minutes)]).toEqual([minutes, expected]);
  }
});

test.each([
  ['a day missed by hours', 10 * 60, both('session-reminder-24h')],
  ['an hour missed by half', 31, both('session-reminder-1h')],
  ['the last quarter reached without one', 14, both('session-reminder-15m')],
  ['the start reached without one', 0, []],
])('%s: after missed cron runs only the newest reminder is sent', async (_, minutes, expected) => {
  const { start } = await confirmedScene();
  expect(await sentBefore(start, minutes)).toEqual(expected);
  expect(await db().notification.count()).toBe(2 + expected.length);
});

test('a reminder that could not be sent in time is replaced by the next one', async () => {
  const { start } = await confirmedScene();
  mailbox().trouble({ mode: '500', times: 2 });
  expect(await sentBefore(start, DAY)).toEqual([]);
  expect(await sentBefore(start, 45)).toEqual(both('session-reminder-1h'));
  expect(await mailsThat('voided')).toBe(2);
});

test('without the checkbox only the ST is reminded', async () => {
  const { start } = await confirmedScene({ reminders: false });
  expect(await sentBefore(start, DAY)).toEqual([`session-reminder-24h to ${AROHA}`]);
  expect(await db().notification.count()).toBe(3);
});

test('a pending reminder is not sent if the student turns reminders off', async () => {
  const { id, start } = await confirmedScene();
  mailbox().trouble({ mode: '500', times: 2 });
  expect(await sentBefore(start, DAY)).toEqual([]);
  await changeSession(id, minutesAfter(start, -DAY), { reminders: false });
  expect(await sentBefore(start, DAY - 5)).toEqual([`session-reminder-24h to ${AROHA}`]);
});

test('a moved session gets reminders for its new time, and none for the old one', async () => {
  const { id, start } = await confirmedScene();
  mailbox().trouble({ mode: '500', times: 2 });
  expect(await sentBefore(start, DAY)).toEqual([]);
  const later = minutesAfter(start, 2 * DAY);
  await changeSession(id, minutesAfter(start, -DAY), { scheduledStart: later });
  expect(await mailsThat('voided')).toBe(2);
  expect(await sentBefore(start, DAY - 5)).toEqual(both('session-changed'));
  for (const minutes of [60, 15]) expect(await sentBefore(start, minutes)).toEqual([]);
  expect(await sentBefore(later, DAY)).toEqual(both('session-reminder-24h'));
  expect(await sentBefore(later, 60)).toEqual(both('session-reminder-1h'));
});

test('a session that is moved closer gets no reminder for a time before the move', async () => {
  const { id, start } = await confirmedScene();
  const sooner = minutesAfter(start, -DAY);
  await changeSession(id, minutesAfter(sooner, -45), { scheduledStart: sooner });
  expect(await sentBefore(sooner, 45)).toEqual(both('session-changed'));
  expect(await sentBefore(sooner, 15)).toEqual(both('session-reminder-15m'));
});

test('after a handover the new ST is reminded, and the former one is not', async () => {
  const { id, courseId, start } = await confirmedScene();
  expect(await sentBefore(start, DAY)).toEqual(both('session-reminder-24h'));
  const next = await createSt({ courseId });
  await db().user.update({ where: { id: next.userId }, data: { email: 'next@example.com' } });
  await changeSession(id, minutesAfter(start, -120), { stId: next.id });
  await dispatchAt(minutesAfter(start, -120), mailbox());
  expect(await sentBefore(start, 60)).toEqual([
    `session-reminder-1h to ${MAYA}`,
    'session-reminder-1h to next@example.com',
  ]);
});

test('a session that is cancelled and reopened gets the reminders of a new booking', async () => {
  const { id, start } = await confirmedScene();
  await changeSession(id, minutesAfter(start, -120), { status: 'cancelled' });
  expect(await sentBefore(start, 60)).toEqual(both('session-cancelled'));
  await changeSession(id, minutesAfter(start, -50), { status: 'scheduled' });
  expect(await sentBefore(start, 50)).toEqual(both('session-reopened'));
  expect(await sentBefore(start, 15)).toEqual(both('session-reminder-15m'));
});

test('a session that is completed early or has ended sends no reminders', async () => {
  const { id, start } = await confirmedScene();
  await setDatabaseTime(start);
  await changeSession(id, start, { status: 'completed' });
  expect(await sentBefore(start, -1)).toEqual([]);
  expect(await db().notification.count()).toBe(2);
});
