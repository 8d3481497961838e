import {
  isStillTrue,
  MAX_ATTEMPTS,
  type MailFacts,
  type MailKind,
  mayHaveBeenForgotten,
  nextAttempt,
} from '@/lib/notifications/rules';

const START = Date.parse('2026-03-05T15:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const person = (id: string) => ({ id, name: id, email: `${id}@example.com`, timezone: null });
const [maya, aroha, former] = [person('maya'), person('aroha'), person('former')];

type SessionFacts = NonNullable<MailFacts['tutoringSession']>;

function facts(
  kind: MailKind,
  {
    recipient = maya,
    told = null as MailFacts['told'],
    sequence = 2,
    ...now
  }: Partial<
    Pick<MailFacts, 'recipient' | 'told' | 'sequence'> & Pick<SessionFacts, 'status' | 'reminders'>
  > = {},
): MailFacts {
  return {
    id: 'mail',
    kind,
    sequence,
    createdAt: new Date(START - 48 * HOUR),
    recipient,
    told,
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

const told = {
  scheduledStart: new Date(START),
  scheduledEnd: new Date(START + HOUR),
  teacher: former,
};

test.each<[string, MailFacts, boolean]>([
  ['a booking that stands', facts('session_booked'), true],
  ['a booking of an earlier version', facts('session_booked', { sequence: 1 }), false],
  ['a booking that was cancelled', facts('session_booked', { status: 'cancelled' }), false],
  ['a change told to a former ST', facts('session_changed', { recipient: former }), false],
  ['a cancellation', facts('session_cancelled', { status: 'cancelled' }), true],
  ['a cancellation taken back', facts('session_cancelled'), false],
  ['a handover to whom it was told', facts('session_cancelled', { recipient: former, told }), true],
  [
    'a handover of an older version',
    facts('session_cancelled', { recipient: former, told, sequence: 1 }),
    true,
  ],
  [
    'a handover of a session that is over by now',
    facts('session_cancelled', {
      recipient: former,
      told: {
        ...told,
        scheduledStart: new Date(START - 30 * HOUR),
        scheduledEnd: new Date(START - 29 * HOUR),
      },
    }),
    false,
  ],
  ['a handover nobody was told of', facts('session_cancelled', { recipient: former }), false],
  [
    'a reminder to a student who wants none',
    facts('session_reminder_24h', { reminders: false }),
    false,
  ],
  [
    'the same to the ST',
    facts('session_reminder_24h', { reminders: false, recipient: aroha }),
    true,
  ],
  [
    'a reminder of what is completed',
    facts('session_reminder_24h', { status: 'completed' }),
    false,
  ],
])('%s', (_, mail, expected) => {
  expect(isStillTrue(mail, START - 24 * HOUR)).toBe(expected);
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
  expect(isStillTrue(facts(kind), START - Math.round(minutes * MINUTE))).toBe(expected);
});

test.each([
  [1, 0, 30_000],
  [1, 0.999_999, 15_000],
  [2, 0, 60_000],
  [5, 0, 480_000],
  [MAX_ATTEMPTS - 1, 0, HOUR],
])('after failure %d with chance %d, %d ms are waited', (failures, random, wait) => {
  expect(nextAttempt({ failures, now: START, random })).toBe(START + wait);
});

test('a mail is given up at the ceiling, and Resend is heeded for an hour at most', () => {
  expect(nextAttempt({ failures: MAX_ATTEMPTS, now: 0, random: 0 })).toBeNull();
  const asked = (retryAfterMs: number) =>
    nextAttempt({ failures: 1, now: 0, random: 0, retryAfterMs });
  expect(asked(90_000)).toBe(90_000);
  expect(asked(5_000)).toBe(30_000);
  expect(asked(24 * HOUR)).toBe(HOUR);
});

test('what was first tried 23 hours ago may have been forgotten', () => {
  expect(mayHaveBeenForgotten(START, START + 23 * HOUR - 1)).toBe(false);
  expect(mayHaveBeenForgotten(START, START + 23 * HOUR)).toBe(true);
});
