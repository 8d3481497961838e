import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeMail } from '@/lib/mail/compose';
import { subjectLine } from '@/lib/mail/content';
import { createMailer } from '@/lib/mail/resend-client';
import { type Mailbox, startMailbox } from '@/scripts/mailbox/server';

test.each([
  ['a plain one', 'Booked: TypeScript with Aroha', 'Booked: TypeScript with Aroha'],
  ['an injected header', 'With Aroha\r\nBcc: all@example.com', 'With Aroha Bcc: all@example.com'],
  ['a folded line', 'With\r\n\tAroha', 'With Aroha'],
  ['control characters', 'With\u0000 A\u001broha\u007f\u0085', 'With A roha'],
  ['line and paragraph separators', 'With\u2028Aroha\u2029', 'With Aroha'],
  ['text that reads backwards', 'With \u202eAroha\u202c', 'With Aroha'],
  ['an isolate', 'With \u2067Aroha\u2069 at 10', 'With Aroha at 10'],
  ['letters of every script', '型とテスト: Zoë 😀 – “hello”', '型とテスト: Zoë 😀 – “hello”'],
])('the subject of %s is one line', (_, subject, expected) => {
  expect(subjectLine(subject)).toBe(expected);
});

const directory = mkdtempSync(join(tmpdir(), 'peerloop-subject-'));
let mailbox: Mailbox;
beforeAll(async () => {
  mailbox = await startMailbox({ directory });
});
afterAll(async () => {
  await mailbox.close();
  rmSync(directory, { recursive: true });
});

test('a hostile name and title reach Resend on one line', async () => {
  const send = createMailer({ apiKey: 're_test', baseUrl: mailbox.url, from: 'a@peerloop.test' });
  const maya = { id: 'maya', name: 'Maya', email: 'maya@example.com', timezone: 'Europe/Berlin' };
  const aroha = { ...maya, id: 'aroha', name: 'Aroha\r\nBcc: all@example.com' };
  const facts = {
    id: 'mail',
    kind: 'session_booked',
    sequence: 0,
    createdAt: new Date('2026-03-01T12:00:00Z'),
    recipient: maya,
    lastSent: null,
    hasUnconfirmedMail: false,
    enrollment: null,
    signInLink: null,
    tutoringSession: {
      id: 'session',
      status: 'scheduled',
      sequence: 0,
      scheduledStart: new Date('2026-03-05T15:00:00Z'),
      scheduledEnd: new Date('2026-03-05T16:00:00Z'),
      reminders: true,
      note: null,
      course: { id: 'course', title: 'TypeScript\nX-Evil: yes' },
      student: maya,
      teacher: aroha,
    },
  } as const;
  const site = { origin: 'https://peerloop.test', organizer: 'a@peerloop.test', tokenOf: String };
  const content = composeMail(facts, {
    template: 'session_booked',
    site,
    now: facts.createdAt.getTime(),
  });
  await send({ ...content, to: maya.email, key: 'key', template: 'session-booked' });
  expect(mailbox.mails()[0]?.mail.subject).toBe(
    'Booked: Thu 5 March, 16:00 Berlin time, TypeScript X-Evil: yes with Aroha Bcc: all@example.com',
  );
});
