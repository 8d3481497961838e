import { HOLD_MINUTES } from '@/lib/sessions/limits';
import type { BookingFacts } from '@/lib/sessions/plan-session';
import { planSession } from '@/lib/sessions/plan-session';

// A Monday. The ST takes sessions from 9 to 17 in New York, on weekdays that the tables name.
const NOW = Date.parse('2026-03-02T10:00:00Z');

function facts(changes: Partial<BookingFacts> = {}): BookingFacts {
  return {
    studentId: 'student',
    courseId: 'course',
    enrollment: { id: 'enrollment', sessionsLeft: 1 },
    st: { isActive: true, userId: 'teacher', timezone: null, rules: RULES, isPriced: false },
    teacher: {
      weeklyWindows: (['sunday', 'monday', 'thursday'] as const).map((dayOfWeek) => ({
        dayOfWeek,
        startTime: '09:00',
        endTime: '17:00',
        timeZone: 'America/New_York',
      })),
      extraWindows: [],
      timeOff: [],
      claims: [],
    },
    studentClaims: [],
    ...changes,
  };
}

const RULES = {
  sessionMinutes: 60,
  bufferMinutes: 15,
  slotStepMinutes: 30,
  minNoticeHours: 12,
  bookingHorizonDays: 30,
};

const interval = (start: string, end: string) => ({
  start: Date.parse(start),
  end: Date.parse(end),
});

const plan = (start: string, changes: Partial<BookingFacts> = {}) =>
  planSession(facts(changes), { start: Date.parse(start), now: NOW });

// Thursday 10:00 in New York.
const THURSDAY = '2026-03-05T15:00:00Z';

test('an included session is scheduled with its start and length', () => {
  expect(plan(THURSDAY)).toEqual({
    ok: true,
    value: {
      enrollmentId: 'enrollment',
      during: interval(THURSDAY, '2026-03-05T16:00:00Z'),
      status: 'scheduled',
    },
  });
});

test('a priced session is held for longer than the 30 minutes of a checkout', () => {
  const priced = plan(THURSDAY, { st: { ...facts().st, isPriced: true } });
  expect(priced).toMatchObject({ ok: true, value: { status: 'pending_payment' } });
  expect(HOLD_MINUTES).toBeGreaterThan(30);
});

test.each([
  ['the start of the hours', '2026-03-05T14:00:00Z', true],
  ['before the hours', '2026-03-05T13:30:00Z', false],
  ['the last start that fits', '2026-03-05T21:00:00Z', true],
  ['a start that runs past the hours', '2026-03-05T21:30:00Z', false],
  ['a start off the grid', '2026-03-05T15:15:00Z', false],
  ['a millisecond off the grid', '2026-03-05T15:00:00.001Z', false],
  ['another weekday', '2026-03-06T15:00:00Z', false],
  ['today, with too little notice', '2026-03-02T21:00:00Z', false],
  ['the past', '2026-03-01T15:00:00Z', false],
  ['the last day of the horizon', '2026-03-30T13:00:00Z', true],
  ['after the horizon', '2026-04-02T13:00:00Z', false],
  ['the Sunday on which clocks go forward, by the new time', '2026-03-08T13:00:00Z', true],
  ['the same Sunday after the hours, by the new time', '2026-03-08T21:00:00Z', false],
])('%s: %s', (_when, start, isOffered) => {
  expect(plan(start)).toMatchObject(
    isOffered ? { ok: true } : { ok: false, code: 'SLOT_UNAVAILABLE' },
  );
});

test.each([
  ['the autumn Sunday, by summer time the day before', '2026-10-29T13:00:00Z', true],
  ['the autumn Sunday, by winter time', '2026-11-01T14:00:00Z', true],
  ['the autumn Sunday, an hour too early', '2026-11-01T13:00:00Z', false],
])('%s: %s', (_when, start, isOffered) => {
  const now = Date.parse('2026-10-25T10:00:00Z');
  const planned = planSession(facts(), { start: Date.parse(start), now });
  expect(planned.ok).toBe(isOffered);
});

test.each([
  ['is taken from then', '2026-03-05T15:00:00Z', '2026-03-05T16:15:00Z', false],
  ['is taken until then', '2026-03-05T13:00:00Z', '2026-03-05T15:00:00Z', true],
  ['is taken a minute longer', '2026-03-05T13:00:00Z', '2026-03-05T15:01:00Z', false],
  ['is taken once the buffer is over', '2026-03-05T16:15:00Z', '2026-03-05T17:30:00Z', true],
  ['is taken within the buffer', '2026-03-05T16:14:00Z', '2026-03-05T17:30:00Z', false],
])('when the ST %s', (_how, from, to, isOffered) => {
  const claimed = { ...facts().teacher, claims: [interval(from, to)] };
  expect(plan(THURSDAY, { teacher: claimed })).toMatchObject(
    isOffered ? { ok: true } : { ok: false, code: 'SLOT_UNAVAILABLE' },
  );
});

test.each([
  ['is taken from then', '2026-03-05T15:00:00Z', '2026-03-05T16:00:00Z', false],
  ['is taken until then', '2026-03-05T14:00:00Z', '2026-03-05T15:00:00Z', true],
  ['is taken right after, without a pause', '2026-03-05T16:00:00Z', '2026-03-05T17:00:00Z', true],
  ['is taken until a minute later', '2026-03-05T14:00:00Z', '2026-03-05T15:01:00Z', false],
  ['is taken in the last minute', '2026-03-05T15:59:00Z', '2026-03-05T17:00:00Z', false],
])('when the student %s', (_how, from, to, isFree) => {
  expect(plan(THURSDAY, { studentClaims: [interval(from, to)] })).toMatchObject(
    isFree ? { ok: true } : { ok: false, code: 'STUDENT_CONFLICT' },
  );
});

test('time off is not offered, and extra hours are', () => {
  const { teacher } = facts();
  const off = [interval('2026-03-05T15:30:00Z', '2026-03-05T15:45:00Z')];
  expect(plan(THURSDAY, { teacher: { ...teacher, timeOff: off } })).toMatchObject({ ok: false });
  const extra = [interval('2026-03-06T15:10:00Z', '2026-03-06T16:10:00Z')];
  const added = { teacher: { ...teacher, extraWindows: extra } };
  expect(plan('2026-03-06T15:10:00Z', added)).toMatchObject({ ok: true });
  expect(plan('2026-03-06T15:40:00Z', added)).toMatchObject({ ok: false });
});

describe('refuses with the first reason that the person can act on', () => {
  const taken = [interval(THURSDAY, '2026-03-05T16:00:00Z')];
  // Each has what all after it have, and one reason more.
  const everything: Partial<BookingFacts> = { studentClaims: taken };
  const off = { ...facts().teacher, timeOff: taken };
  const used = { id: 'enrollment', sessionsLeft: 0 };
  const paused = { ...facts().st, isActive: false };

  test.each([
    ['STUDENT_CONFLICT', everything],
    ['SLOT_UNAVAILABLE', { ...everything, teacher: off }],
    ['NO_SESSIONS_LEFT', { ...everything, teacher: off, enrollment: used }],
    ['ST_UNAVAILABLE', { ...everything, teacher: off, enrollment: used, st: paused }],
    [
      'OWN_SESSION',
      { ...everything, teacher: off, enrollment: used, st: { ...paused, userId: 'student' } },
    ],
    ['NOT_ENROLLED', { ...everything, enrollment: null, st: { ...paused, userId: 'student' } }],
  ])('%s', (code, changes) => {
    expect(plan(THURSDAY, changes)).toEqual({ ok: false, code });
  });
});
