import { sessionBookedView } from '@/app/booking/confirmation/view';
import type { SessionDetail } from '@/lib/sessions/queries';
import { remainingReminders, remindersHint, remindersPromise } from '@/lib/sessions/reminders';

const NOW = Date.parse('2026-03-02T12:00:00Z');
const MINUTE = 60_000;
const DAY = 24 * 60;

const ALL = "We'll remind you by email 24 hours, 1 hour and 15 minutes before.";
const TWO = "We'll remind you by email 1 hour before and 15 minutes before.";
const LAST = "We'll remind you by email 15 minutes before.";
const NONE = 'It starts too soon for a reminder.';

test.each([
  [DAY + 1 / MINUTE, ALL],
  [DAY, TWO],
  [60 + 1 / MINUTE, TWO],
  [60, LAST],
  [15 + 1 / MINUTE, LAST],
  [15, NONE],
  [1, NONE],
])('booked %d minutes before the start: %s', (minutes, expected) => {
  const toCome = remainingReminders(NOW + Math.round(minutes * MINUTE), NOW);
  expect(remindersPromise(toCome)).toBe(expected);
  expect(remindersHint(toCome)).toBe(expected.replace("We'll remind you by email", 'By email,'));
});

const person = { id: 'maya', name: 'Maya', avatarUrl: null, timezone: null };
const course = { id: 'course', title: 'TypeScript', pricePerSessionCents: null, currency: 'usd' };

test.each([
  [true, 61, 0, TWO],
  [true, 1, 0, NONE],
  [true, 1, 15, "You won't get any more reminders before it starts."],
  [true, 1, 14, NONE],
  [false, 61, 0, 'Reminders are off, so make a note of the time.'],
])(
  'with reminders %s, %d minutes ahead, booked %d minutes ago, it reads: %s',
  (reminders, minutes, ago, said) => {
    const start = NOW + minutes * MINUTE;
    const booked: SessionDetail = {
      id: 'session',
      status: 'scheduled',
      scheduledStart: new Date(start),
      scheduledEnd: new Date(start + 60 * MINUTE),
      timedAt: new Date(NOW - ago * MINUTE),
      holdExpiresAt: null,
      note: null,
      reminders,
      stId: 'st',
      course,
      student: person,
      teacher: { ...person, id: 'aroha', name: 'Aroha' },
    };
    const view = sessionBookedView(booked, { zone: 'Europe/Berlin', now: new Date(NOW) });
    expect(view?.reminders).toBe(said);
  },
);
