import { truncate } from '@/__tests__/support/database';
import { createSt, NOW } from '@/__tests__/support/factories';
import { dispatchAt, minutesAfter, openMailbox } from '@/__tests__/support/mail';
import { AROHA, bookedScene, changeSession, MAYA } from '@/__tests__/support/mail-scene';
import { attachmentBytes } from '@/scripts/mailbox/mail';

// Only which email has which invite; the contents are tested in unit/calendar.

const { current: mailbox } = openMailbox();
beforeEach(truncate);

/** The invite that a mail to this address carried, by the names of its properties. */
function inviteTo(address: string): Record<string, string> | null {
  const kept = mailbox()
    .mails()
    .find(({ mail }) => mail.to === address);
  const [file] = kept?.mail.attachments ?? [];
  if (!file) return null;
  const lines = attachmentBytes(file).toString('utf8').replace(/\r\n /g, '').split('\r\n');
  expect(file.filename).toBe('invite.ics');
  const properties = Object.fromEntries(lines.map((line) => line.split(/(?<=^[A-Z-]+)[:;]/)));
  expect(file.content_type).toBe(`text/calendar; charset=utf-8; method=${properties.METHOD}`);
  return properties;
}

async function dispatchAfter(minutes: number) {
  mailbox().clear();
  await dispatchAt(minutesAfter(NOW, minutes), mailbox());
}

test('a booking, a move and a cancellation are one event with a rising sequence', async () => {
  const { id } = await bookedScene();
  await dispatchAfter(0);
  const booked = inviteTo(MAYA);
  expect(booked).toMatchObject({ METHOD: 'REQUEST', SEQUENCE: '0', DTSTART: '20260310T200000Z' });
  expect(inviteTo(AROHA)).toMatchObject({ METHOD: 'REQUEST', UID: booked?.UID });

  await changeSession(id, minutesAfter(NOW, 1), {
    scheduledStart: new Date('2026-03-11T20:00:00Z'),
  });
  await dispatchAfter(1);
  const moved = inviteTo(MAYA);
  expect(moved).toMatchObject({ METHOD: 'REQUEST', UID: booked?.UID, DTSTART: '20260311T200000Z' });
  expect(Number(moved?.SEQUENCE)).toBeGreaterThan(Number(booked?.SEQUENCE));

  await changeSession(id, minutesAfter(NOW, 2), { status: 'cancelled' });
  await dispatchAfter(2);
  const cancelled = inviteTo(AROHA);
  expect(cancelled).toMatchObject({ METHOD: 'CANCEL', UID: booked?.UID, STATUS: 'CANCELLED' });
  expect(Number(cancelled?.SEQUENCE)).toBeGreaterThanOrEqual(Number(moved?.SEQUENCE));
});

test('only the former ST of a reassigned session gets a cancellation', async () => {
  const { id, courseId } = await bookedScene();
  await dispatchAfter(0);
  const next = await createSt({ courseId });
  await changeSession(id, minutesAfter(NOW, 1), { stId: next.id });
  await dispatchAfter(1);
  expect(inviteTo(AROHA)).toMatchObject({
    METHOD: 'CANCEL',
    ATTENDEE: expect.stringContaining(AROHA),
  });
  expect(inviteTo(MAYA)).toMatchObject({ METHOD: 'REQUEST' });
});

test('a reminder has no attachment', async () => {
  const { start } = await bookedScene();
  await dispatchAfter(0);
  mailbox().clear();
  await dispatchAt(minutesAfter(start, -60), mailbox());
  expect(mailbox().mails()).toHaveLength(2);
  expect(inviteTo(MAYA)).toBeNull();
});

test('a retried email has the same invite, so that Resend recognizes it', async () => {
  await bookedScene({ note: 'Emoji 😀, commas; and\nlines' });
  mailbox().trouble({ mode: 'late', times: 2 });
  await dispatchAt(NOW, mailbox(), { timeoutMs: 300 });
  const answers = mailbox()
    .mails()
    .map(({ fingerprint }) => fingerprint);
  await dispatchAt(minutesAfter(NOW, 1), mailbox());
  expect(
    mailbox()
      .mails()
      .map(({ fingerprint }) => fingerprint),
  ).toEqual(answers);
});
