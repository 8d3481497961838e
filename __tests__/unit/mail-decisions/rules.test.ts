import { decideMail } from '@/lib/mail/decide';
import type { LastSentSession, MailFacts, MailKind, MailTemplate } from '@/lib/mail/facts';

const START = Date.parse('2026-03-05T15:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const person = (id: string) => ({ id, name: id, email: `${id}@example.com`, timezone: null });
const [maya, aroha, former] = [person('maya'), person('aroha'), person('former')];

type SessionFacts = NonNullable<MailFacts['tutoringSession']>;
type Rest = Partial<
  Pick<MailFacts, 'recipient' | 'lastSent' | 'sequence' | 'hasUnconfirmedMail'> &
    Pick<SessionFacts, 'status' | 'reminders'>
>;

function facts(
  kind: MailKind,
  {
    recipient = maya,
    lastSent = null,
    sequence = 2,
    hasUnconfirmedMail = false,
    ...now
  }: Rest = {},
): MailFacts {
  return {
    id: 'mail',
    kind,
    sequence,
    createdAt: new Date(START - 48 * HOUR),
    recipient,
    lastSent,
    hasUnconfirmedMail,
    enrollment: null,
    signInLink: null,
    tutoringSession: {
      id: 'session',
      status: 'scheduled',
      sequence: 2,
      scheduledStart: new Date(START),
      scheduledEnd: new Date(START + HOUR),
      reminders: true,
      note: null,
      course: { id: 'course', title: 'TypeScript' },
      student: maya,
      teacher: aroha,
      ...now,
    },
  };
}

const same: LastSentSession = {
  isCancelled: false,
  scheduledStart: new Date(START),
  scheduledEnd: new Date(START + HOUR),
  teacher: aroha,
};
const earlier = {
  ...same,
  scheduledStart: new Date(START - 30 * HOUR),
  scheduledEnd: new Date(START - 29 * HOUR),
};
const longer = { ...same, scheduledEnd: new Date(START + 2 * HOUR) };
const withFormer = { ...same, teacher: former };
const cancelled = { ...same, isCancelled: true };

const more = { hasUnconfirmedMail: true };

describe.each<MailKind>(['session_booked', 'session_changed'])(
  'planned as %s, a session that takes place',
  (kind) => {
    test.each<[string, Rest, MailTemplate | null]>([
      ['nobody has told them of', {}, 'session_booked'],
      ['they may have been told of', more, 'session_booked'],
      ['was told as it is', { lastSent: same }, null],
      [
        'was told as it is, and perhaps otherwise since',
        { lastSent: same, ...more },
        'session_unchanged',
      ],
      ['was told at another time', { lastSent: earlier }, 'session_changed'],
      [
        'was told at another time, and perhaps since',
        { lastSent: earlier, ...more },
        'session_changed',
      ],
      ['was told with another end', { lastSent: longer }, 'session_changed'],
      ['was told with another ST', { lastSent: withFormer }, 'session_changed'],
      ['was told as cancelled', { lastSent: cancelled }, 'session_reopened'],
      [
        'was told as cancelled at another time',
        { lastSent: { ...earlier, isCancelled: true } },
        'session_reopened',
      ],
      ['has changed since', { sequence: 1 }, null],
      ['was given to another ST since', { recipient: former }, null],
      [
        'was given to another ST, who was told of it',
        { recipient: former, lastSent: withFormer },
        null,
      ],
      ['took place', { status: 'completed' }, null],
      ['is cancelled', { status: 'cancelled', lastSent: same }, null],
    ])('%s', (_, rest, expected) => {
      expect(decideMail(facts(kind, rest), START - 24 * HOUR)).toBe(expected);
    });
  },
);

const off = { status: 'cancelled' };

test.each<[string, Rest, boolean]>([
  ['the student was told of', { ...off, lastSent: same }, true],
  ['the student was told of at another time', { ...off, lastSent: earlier }, true],
  ['the student has only seen on a page', off, true],
  ['the ST was told of', { ...off, recipient: aroha, lastSent: same }, true],
  ['the ST was never told of', { ...off, recipient: aroha }, false],
  ['the ST may have been told of', { ...off, recipient: aroha, ...more }, true],
  ['was told already', { ...off, lastSent: cancelled }, false],
  ['was told already, and may have been reopened', { ...off, lastSent: cancelled, ...more }, true],
  ['was taken back', { lastSent: same }, false],
  ['is of an earlier version', { ...off, lastSent: same, sequence: 1 }, false],
  ['is a handover', { recipient: former, lastSent: withFormer }, true],
  [
    'is a handover of an earlier version',
    { recipient: former, lastSent: withFormer, sequence: 1 },
    true,
  ],
  [
    'is a handover of a session cancelled since',
    { ...off, recipient: former, lastSent: withFormer },
    true,
  ],
  ['is a handover that was told already', { recipient: former, lastSent: cancelled }, false],
  ['is a handover of a session over by now', { recipient: former, lastSent: earlier }, false],
  ['is a handover of a session the ST never heard of', { recipient: former }, false],
  ['is a handover of a session the ST may have heard of', { recipient: former, ...more }, true],
])('a cancellation that %s is sent: %j', (_, rest, expected) => {
  const decided = decideMail(facts('session_cancelled', rest), START - 24 * HOUR);
  expect(decided).toBe(expected ? 'session_cancelled' : null);
});

test.each<[string, Rest, boolean]>([
  ['a student who wants it', {}, true],
  ['a student who wants none', { reminders: false }, false],
  ['the ST of a student who wants none', { reminders: false, recipient: aroha }, true],
  ['a former ST', { recipient: former }, false],
  ['both of what is completed', { status: 'completed' }, false],
  ['both of an earlier version', { sequence: 1 }, false],
])('a reminder goes to %s: %j', (_, rest, expected) => {
  const decided = decideMail(facts('session_reminder_24h', rest), START - 24 * HOUR);
  expect(decided).toBe(expected ? 'session_reminder_24h' : null);
});

test.each<[MailKind, number, boolean]>([
  ['session_reminder_24h', 60, false],
  ['session_reminder_24h', 60 + 1 / MINUTE, true],
  ['session_reminder_1h', 15, false],
  ['session_reminder_1h', 15 + 1 / MINUTE, true],
  ['session_reminder_15m', 0, false],
  ['session_reminder_15m', 1 / MINUTE, true],
  ['session_booked', -60, false],
  ['session_booked', -60 + 1 / MINUTE, true],
])('%s %d minutes before the start is of use: %s', (kind, minutes, expected) => {
  const decided = decideMail(facts(kind), START - Math.round(minutes * MINUTE));
  expect(decided).toBe(expected ? kind : null);
});
