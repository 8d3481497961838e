import { truncate } from '@/__tests__/support/database';
import { setDatabaseTime } from '@/__tests__/support/database-time';
import { createSt, NOW } from '@/__tests__/support/factories';
import {
  deliveries,
  dispatch,
  dispatchAt,
  minutesAfter,
  openMailbox,
  SITE,
} from '@/__tests__/support/mail';
import { AROHA, bookedScene, changeSession, MAYA } from '@/__tests__/support/mail-scene';
import { db } from '@/lib/db/client';
import { dispatchDueMail } from '@/lib/mail/dispatch';
import { planDueReminders } from '@/lib/mail/plan-reminders';

const { current: mailbox } = openMailbox();
beforeEach(truncate);

const DAY = 24 * 60;

const both = (template: string) => [`${template} to ${AROHA}`, `${template} to ${MAYA}`];

test('both people get a confirmation, in their own zone with the other person’s beside it', async () => {
  await bookedScene();
  expect(await dispatchAt(NOW, mailbox())).toEqual({ sent: 2, voided: 0, retried: 0, failed: 0 });
  expect(deliveries(mailbox())).toEqual(both('session-booked'));
  const [toMaya, toAroha] = [MAYA, AROHA].map((to) => mailOf(to));
  // New York has changed its clocks two days before, Auckland will in April.
  expect(toMaya?.subject).toBe('Booked: Tue 10 March, 16:00 New York time, TypeScript with Aroha');
  expect(toMaya?.text).toContain('Tuesday 10 March 2026, 16:00–17:00\n\nNew York time (GMT-4)');
  expect(toMaya?.text).toContain(
    'For Aroha: Wednesday 11 March 2026, 09:00–10:00, Auckland time (GMT+13)',
  );
  expect(toAroha?.subject).toBe('Booked: Wed 11 March, 09:00 Auckland time, TypeScript with Maya');
  expect(toAroha?.text).toContain(
    'For Maya: Tuesday 10 March 2026, 16:00–17:00, New York time (GMT-4)',
  );
});

function mailOf(to: string) {
  return mailbox()
    .mails()
    .find(({ mail }) => mail.to === to)?.mail;
}

test('each row keeps when it was sent, and the ID from Resend', async () => {
  await bookedScene();
  await dispatchAt(NOW, mailbox());
  const rows = await db().notification.findMany({ where: { status: 'sent' } });
  expect(rows.map(({ sentAt, lastError, attempts }) => ({ sentAt, lastError, attempts }))).toEqual(
    Array(2).fill({ sentAt: NOW, lastError: null, attempts: 0 }),
  );
  expect(rows.map((row) => row.messageId).sort()).toEqual(
    mailbox()
      .mails()
      .map(({ id }) => id)
      .sort(),
  );
});

test('moving a session sends both people the new and the old time', async () => {
  const { id } = await bookedScene();
  await dispatchAt(NOW, mailbox());
  mailbox().clear();
  const later = minutesAfter(NOW, 60);
  await changeSession(id, later, { scheduledStart: new Date('2026-03-11T20:00:00Z') });
  // Moved again before anybody heard of it: the hour in between is never spoken of.
  await changeSession(id, later, { scheduledStart: new Date('2026-03-12T20:00:00Z') });
  await dispatchAt(later, mailbox());
  expect(deliveries(mailbox())).toEqual(both('session-changed'));
  const mail = mailOf(MAYA);
  expect(mail?.subject).toBe('New time: Thu 12 March, 16:00 New York time, TypeScript with Aroha');
  expect(mail?.text).toContain(
    'Previous time: Tuesday 10 March 2026, 16:00–17:00, New York time (GMT-4).',
  );
  expect(mail?.text).not.toContain('11 March');
});

test('a cancelled session notifies both people and sends no reminder', async () => {
  const { id, start } = await bookedScene();
  await dispatchAt(NOW, mailbox());
  mailbox().clear();
  await changeSession(id, minutesAfter(NOW, 5), { status: 'cancelled' });
  await dispatchAt(minutesAfter(NOW, 5), mailbox());
  await dispatchAt(minutesAfter(start, -60), mailbox());
  expect(deliveries(mailbox())).toEqual(both('session-cancelled'));
  expect(mailOf(MAYA)?.text).toContain('Tuesday 10 March 2026, 16:00–17:00');
});

test('a session that is reassigned and moved is cancelled for the former ST at the time they knew', async () => {
  const { id, courseId } = await bookedScene();
  await dispatchAt(NOW, mailbox());
  mailbox().clear();
  const next = await createSt({ courseId });
  const scheduledStart = new Date('2026-03-12T20:00:00Z');
  await changeSession(id, NOW, { stId: next.id, scheduledStart });
  // The email stays correct whatever happens to the session later.
  await changeSession(id, NOW, { scheduledStart: new Date('2026-03-13T20:00:00Z') });
  await dispatchAt(minutesAfter(NOW, 1), mailbox());
  const mail = mailOf(AROHA);
  expect(mail?.subject).toBe('Reassigned: Wed 11 March, 09:00 Auckland time, TypeScript with Maya');
  expect(mail?.text).toContain('Wednesday 11 March 2026, 09:00–10:00');
  expect(mailOf(MAYA)?.text).toContain('Alex Someone replaces Aroha.');
});

test.each([
  [2 * DAY, "We'll remind you by email 24 hours, 1 hour and 15 minutes before."],
  [90, "We'll remind you by email 1 hour before and 15 minutes before."],
  [60, "We'll remind you by email 15 minutes before."],
])('booked %d minutes ahead, both read: %s', async (minutes, promise) => {
  await bookedScene({ start: minutesAfter(NOW, minutes) });
  await dispatchAt(NOW, mailbox());
  expect(mailOf(MAYA)?.text).toContain(promise);
  expect(mailOf(AROHA)?.text).toContain(promise);
});

test.each([
  [2 * DAY, DAY, "We'll remind you by email 1 hour before and 15 minutes before."],
  [2 * DAY, 2 * DAY - 59, "We'll remind you by email 15 minutes before."],
  [2 * DAY, 2 * DAY - 10, "You won't get any more reminders before it starts."],
])(
  'booked %d minutes ahead and sent %d minutes late, it promises what is still to come: %s',
  async (ahead, late, promise) => {
    await bookedScene({ start: minutesAfter(NOW, ahead) });
    await dispatchAt(minutesAfter(NOW, late), mailbox());
    const mails = mailbox()
      .mails()
      .map(({ mail }) => mail);
    const booked = mails.filter(({ subject }) => subject.startsWith('Booked'));
    expect(booked.map(({ text }) => text)).toEqual([
      expect.stringContaining(promise),
      expect.stringContaining(promise),
    ]);
  },
);

test('a student without reminders is promised none', async () => {
  await bookedScene({ reminders: false });
  await dispatchAt(NOW, mailbox());
  expect(mailOf(MAYA)?.text).not.toContain('remind');
  expect(mailOf(AROHA)?.text).toContain("We'll remind you by email");
});

test('an email about a session that has ended is not sent', async () => {
  const { start } = await bookedScene();
  expect(await dispatchAt(minutesAfter(start, 61), mailbox())).toMatchObject({
    sent: 0,
    voided: 2,
  });
  expect(deliveries(mailbox())).toEqual([]);
});

test.each([-30, 30])(
  'the database’s clock decides what is due and still true, not that of a server %s hours off',
  async (hours) => {
    const { start } = await bookedScene();
    const now = minutesAfter(start, -15);
    const serverTime = minutesAfter(now, hours * 60);
    await setDatabaseTime(now);
    await planDueReminders(db());
    mailbox().trouble({ mode: '500', times: 4 });
    expect(await dispatch(serverTime, mailbox())).toMatchObject({ retried: 4 });
    const [late] = await db().notification.findMany({ distinct: ['nextAttemptAt'] });
    expect(late?.nextAttemptAt).toEqual(minutesAfter(now, 0.5));
    await setDatabaseTime(minutesAfter(now, 0.5));
    expect(await dispatch(serverTime, mailbox())).toMatchObject({ sent: 4, voided: 0 });
    expect(deliveries(mailbox())).toEqual([
      ...both('session-booked'),
      ...both('session-reminder-15m'),
    ]);
  },
);

test('a batch has a maximum size, and starts no email that might not finish in time', async () => {
  await bookedScene();
  expect(await dispatchAt(NOW, mailbox(), { limit: 1 })).toMatchObject({ sent: 1 });
  const clock = () => minutesAfter(NOW, 1);
  const send = jest.fn();
  const settings = { db: db(), send, site: SITE, clock, random: () => 0, limit: 9 };
  await dispatchDueMail({ ...settings, deadline: new Date(clock().getTime() + 9_000) });
  expect(send).not.toHaveBeenCalled();
});
