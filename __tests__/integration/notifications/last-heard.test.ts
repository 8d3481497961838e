import { truncate } from '@/__tests__/support/database';
import { createSt, NOW } from '@/__tests__/support/factories';
import { deliveries, dispatchAt, minutesAfter, openMailbox } from '@/__tests__/support/mail';
import { AROHA, bookedScene, changeSession, MAYA } from '@/__tests__/support/mail-scene';
import { attachmentBytes } from '@/scripts/mailbox/mail';

// Each email describes the change since the last email to the same recipient.

const { current: mailbox } = openMailbox();
beforeEach(truncate);

const TUESDAY = new Date('2026-03-10T20:00:00Z');
const THURSDAY = new Date('2026-03-12T20:00:00Z');
const FRIDAY = new Date('2026-03-13T20:00:00Z');

const both = (template: string) => [`${template} to ${AROHA}`, `${template} to ${MAYA}`];

/** Sends what is due so many minutes after the booking, and answers what came of it. */
async function heardAfter(minutes: number): Promise<string[]> {
  mailbox().clear();
  await dispatchAt(minutesAfter(NOW, minutes), mailbox());
  return deliveries(mailbox());
}

function mailTo(address: string) {
  const kept = mailbox()
    .mails()
    .find(({ mail }) => mail.to === address);
  if (!kept) throw new Error(`No mail to ${address}.`);
  const [file] = kept.mail.attachments ?? [];
  const invite = file ? attachmentBytes(file).toString('utf8') : '';
  const property = (name: string) => invite.match(RegExp(`^${name}:(.*)\r$`, 'm'))?.[1];
  return {
    ...kept.mail,
    method: property('METHOD'),
    sequence: Number(property('SEQUENCE')),
    start: property('DTSTART'),
  };
}

test('a session that is moved and moved back before any email was sent gets no email about it', async () => {
  const { id } = await bookedScene({ start: TUESDAY });
  await heardAfter(0);
  const { sequence } = mailTo(MAYA);
  await changeSession(id, minutesAfter(NOW, 1), { scheduledStart: THURSDAY });
  await changeSession(id, minutesAfter(NOW, 2), { scheduledStart: TUESDAY });
  expect(await heardAfter(2)).toEqual([]);
  await changeSession(id, minutesAfter(NOW, 3), { scheduledStart: FRIDAY });
  expect(await heardAfter(3)).toEqual(both('session-changed'));
  expect(mailTo(MAYA).text).toContain('Previous time: Tuesday 10 March 2026, 16:00–17:00');
  expect(mailTo(MAYA).sequence).toBeGreaterThan(sequence);
});

test('a session that is moved and moved back, with emails in between, is announced both times', async () => {
  const { id } = await bookedScene({ start: TUESDAY });
  await heardAfter(0);
  await changeSession(id, minutesAfter(NOW, 1), { scheduledStart: THURSDAY });
  expect(await heardAfter(1)).toEqual(both('session-changed'));
  await changeSession(id, minutesAfter(NOW, 2), { scheduledStart: TUESDAY });
  expect(await heardAfter(2)).toEqual(both('session-changed'));
  expect(mailTo(MAYA).text).toContain('Previous time: Thursday 12 March 2026');
});

test('a session that is moved and moved back, with an email in between that may have arrived, is announced again', async () => {
  const { id } = await bookedScene({ start: TUESDAY });
  await heardAfter(0);
  await changeSession(id, minutesAfter(NOW, 1), { scheduledStart: THURSDAY });
  mailbox().clear();
  mailbox().trouble({ mode: 'late', times: 2 });
  await dispatchAt(minutesAfter(NOW, 1), mailbox(), { timeoutMs: 300 });
  expect(deliveries(mailbox())).toEqual(both('session-changed'));
  await changeSession(id, minutesAfter(NOW, 2), { scheduledStart: TUESDAY });
  expect(await heardAfter(2)).toEqual(both('session-unchanged'));
  expect(mailTo(MAYA)).toMatchObject({
    subject: 'Still on: Tue 10 March, 16:00 New York time, TypeScript with Aroha',
    method: 'REQUEST',
    start: '20260310T200000Z',
    sequence: 2,
  });
});

test('a session that is moved before its booking email was sent is announced at its new time', async () => {
  const { id } = await bookedScene({ start: TUESDAY });
  await changeSession(id, minutesAfter(NOW, 1), { scheduledStart: THURSDAY });
  expect(await heardAfter(1)).toEqual(both('session-booked'));
  const mail = mailTo(AROHA);
  expect(mail).toMatchObject({
    subject: 'Booked: Fri 13 March, 09:00 Auckland time, TypeScript with Maya',
    method: 'REQUEST',
    start: '20260312T200000Z',
  });
  expect(mail.text).toContain('Maya booked a TypeScript session with you.');
  expect(mail.text).toContain('If you saw other details for this session, use these instead.');
  expect(mail.text).not.toContain('has changed');
  expect(await heardAfter(2)).toEqual([]);
});

test('a session that is moved while its booking email failed is announced at its new time', async () => {
  const { id } = await bookedScene({ start: TUESDAY });
  mailbox().trouble({ mode: '500', times: 2 });
  expect(await heardAfter(0)).toEqual([]);
  await changeSession(id, minutesAfter(NOW, 1), { scheduledStart: THURSDAY });
  expect(await heardAfter(1)).toEqual(both('session-booked'));
});

test('a session that is cancelled and reopened is announced again, and back in the calendar', async () => {
  const { id } = await bookedScene({ start: TUESDAY });
  await heardAfter(0);
  await changeSession(id, minutesAfter(NOW, 1), { status: 'cancelled' });
  expect(await heardAfter(1)).toEqual(both('session-cancelled'));
  const { sequence } = mailTo(MAYA);
  await changeSession(id, minutesAfter(NOW, 2), { status: 'scheduled' });
  expect(await heardAfter(2)).toEqual(both('session-reopened'));
  const mail = mailTo(MAYA);
  expect(mail).toMatchObject({
    subject: 'On again: Tue 10 March, 16:00 New York time, TypeScript with Aroha',
    method: 'REQUEST',
    start: '20260310T200000Z',
  });
  expect(mail.sequence).toBeGreaterThan(sequence);
  expect(mail.text).toContain('is on again');
  expect(mail.text).not.toContain('Previously');
});

test('a session that is reopened at another time is announced with its former time', async () => {
  const { id } = await bookedScene({ start: TUESDAY });
  await heardAfter(0);
  await changeSession(id, minutesAfter(NOW, 1), { status: 'cancelled' });
  await heardAfter(1);
  await changeSession(id, minutesAfter(NOW, 2), { status: 'scheduled', scheduledStart: THURSDAY });
  expect(await heardAfter(2)).toEqual(both('session-reopened'));
  expect(mailTo(MAYA).text).toContain('Thursday 12 March 2026');
  expect(mailTo(MAYA).text).toContain('Previous time: Tuesday 10 March 2026');
});

test('a session that is cancelled and reopened before any email was sent gets no email about it', async () => {
  const { id } = await bookedScene({ start: TUESDAY });
  await heardAfter(0);
  await changeSession(id, minutesAfter(NOW, 1), { status: 'cancelled' });
  await changeSession(id, minutesAfter(NOW, 2), { status: 'scheduled' });
  expect(await heardAfter(2)).toEqual([]);
  await changeSession(id, minutesAfter(NOW, 3), { status: 'cancelled' });
  expect(await heardAfter(3)).toEqual(both('session-cancelled'));
});

test('a session that is reopened and cancelled again before any email was sent is not announced again', async () => {
  const { id } = await bookedScene({ start: TUESDAY });
  await heardAfter(0);
  await changeSession(id, minutesAfter(NOW, 1), { status: 'cancelled' });
  await heardAfter(1);
  await changeSession(id, minutesAfter(NOW, 2), { status: 'scheduled' });
  await changeSession(id, minutesAfter(NOW, 3), { status: 'cancelled' });
  expect(await heardAfter(3)).toEqual([]);
});

test('a session that is cancelled before its booking email was sent is announced only to the student, who booked it', async () => {
  const { id } = await bookedScene({ start: TUESDAY });
  await changeSession(id, minutesAfter(NOW, 1), { status: 'cancelled' });
  expect(await heardAfter(1)).toEqual([`session-cancelled to ${MAYA}`]);
});

test('a session that is moved and cancelled before the email was sent is cancelled at the time they knew', async () => {
  const { id, courseId } = await bookedScene({ start: TUESDAY });
  await heardAfter(0);
  const { id: stId } = await createSt({ courseId });
  await changeSession(id, minutesAfter(NOW, 1), { scheduledStart: THURSDAY, stId });
  await changeSession(id, minutesAfter(NOW, 2), { status: 'cancelled' });
  expect(await heardAfter(2)).toEqual(both('session-cancelled'));
  expect(mailTo(MAYA)).toMatchObject({
    subject: 'Cancelled: Tue 10 March, 16:00 New York time, TypeScript with Aroha',
    method: 'CANCEL',
    start: '20260310T200000Z',
  });
  // The former ST gets no email about the handover, because the session is cancelled.
  expect(mailTo(AROHA)).toMatchObject({
    subject: 'Cancelled: Wed 11 March, 09:00 Auckland time, TypeScript with Maya',
    method: 'CANCEL',
  });
});

test('a session that is reassigned and returned before any email was sent gets no email about it', async () => {
  const { id, courseId, st } = await bookedScene({ start: TUESDAY });
  await heardAfter(0);
  const { id: stId } = await createSt({ courseId });
  await changeSession(id, minutesAfter(NOW, 1), { stId });
  await changeSession(id, minutesAfter(NOW, 2), { stId: st.id });
  expect(await heardAfter(2)).toEqual([]);
});

test('a session that is reassigned and returned is announced to its ST again', async () => {
  const { id, courseId, st } = await bookedScene({ start: TUESDAY });
  await heardAfter(0);
  const { id: stId } = await createSt({ courseId });
  await changeSession(id, minutesAfter(NOW, 1), { stId });
  await heardAfter(1);
  const { sequence } = mailTo(AROHA);
  await changeSession(id, minutesAfter(NOW, 2), { stId: st.id });
  expect(await heardAfter(2)).toEqual(
    expect.arrayContaining([`session-reopened to ${AROHA}`, `session-changed to ${MAYA}`]),
  );
  expect(mailTo(AROHA)).toMatchObject({ method: 'REQUEST', sequence: sequence + 1 });
  expect(mailTo(AROHA).text).not.toContain('replaces');
});

test('a session that was completed too early and reopened is not announced as booked again', async () => {
  const { id } = await bookedScene({ start: TUESDAY });
  await heardAfter(0);
  const during = minutesAfter(TUESDAY, 30);
  await changeSession(id, during, { status: 'no_show' });
  await changeSession(id, during, { status: 'scheduled' });
  mailbox().clear();
  await dispatchAt(during, mailbox());
  expect(deliveries(mailbox())).toEqual([]);
});
