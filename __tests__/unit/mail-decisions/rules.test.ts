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
      ['is not known to the recipient', {}, 'session_booked'],
      ['may be known from an unconfirmed email', more, 'session_booked'],
      ['was last sent as it is', { lastSent: same }, null],
      [
        'was last sent as it is, with an unconfirmed email since',
        { lastSent: same, ...more },
        'session_unchanged',
      ],
      ['was last sent with another time', { lastSent: earlier }, 'session_changed'],
      [
        'was last sent with another time, with an unconfirmed email since',
        { lastSent: earlier, ...more },
        'session_changed',
      ],
      ['was last sent with another end', { lastSent: longer }, 'session_changed'],
      ['was last sent with another ST', { lastSent: withFormer }, 'session_changed'],
      ['was last sent as cancelled', { lastSent: cancelled }, 'session_reopened'],
      [
        'was last sent as cancelled at another time',
        { lastSent: { ...earlier, isCancelled: true } },
        'session_reopened',
      ],
      ['has changed since', { sequence: 1 }, null],
      ['was reassigned since', { recipient: former }, null],
      ['was reassigned, and sent to the new ST', { recipient: former, lastSent: withFormer }, null],
      ['took place', { status: 'completed' }, null],
      ['is cancelled', { status: 'cancelled', lastSent: same }, null],
    ])('%s', (_, rest, expected) => {
      expect(decideMail(facts(kind, rest), START - 24 * HOUR)).toBe(expected);
    });
  },
);

const off = { status: 'cancelled' };

test.each<[string, Rest, boolean]>([
  ['was sent to the student', { ...off, lastSent: same }, true],
  ['was sent to the student with another time', { ...off, lastSent: earlier }, true],
  ['the student has only seen on a page', off, true],
  ['was sent to the ST', { ...off, recipient: aroha, lastSent: same }, true],
  ['was never sent to the ST', { ...off, recipient: aroha }, false],
  ['may have been sent to the ST', { ...off, recipient: aroha, ...more }, true],
  ['was last sent as cancelled', { ...off, lastSent: cancelled }, false],
  [
    'was last sent as cancelled, with an unconfirmed email since',
    { ...off, lastSent: cancelled, ...more },
    true,
  ],
  ['was reopened', { lastSent: same }, false],
  ['has changed since', { ...off, lastSent: same, sequence: 1 }, false],
  ['was reassigned', { recipient: former, lastSent: withFormer }, true],
  [
    'was reassigned and has changed since',
    { recipient: former, lastSent: withFormer, sequence: 1 },
    true,
  ],
  ['was reassigned and then cancelled', { ...off, recipient: former, lastSent: withFormer }, true],
  ['was reassigned, which was already sent', { recipient: former, lastSent: cancelled }, false],
  ['was reassigned and has ended', { recipient: former, lastSent: earlier }, false],
  ['was reassigned and never sent to the former ST', { recipient: former }, false],
  ['was reassigned and may have been sent to the former ST', { recipient: former, ...more }, true],
])('the cancellation of a session that %s is sent: %j', (_, rest, expected) => {
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
