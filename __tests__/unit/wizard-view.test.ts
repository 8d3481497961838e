import { alternativeViews } from '@/lib/booking/calendar-views';
import { dayView, offeredDays } from '@/lib/booking/day-view';
import type { OfferingSt } from '@/lib/student-teachers/next-best-slots';
import { findZone } from '@/lib/time/zone-offsets';

const zone = findZone('Europe/Berlin');

function viewOf(starts: string[], now: string, stZone: string | null = null) {
  const context = {
    durationMinutes: 60,
    zone,
    stZone: stZone === null ? null : findZone(stZone),
    now: Date.parse(now),
  };
  const days = offeredDays(
    starts.map((start) => Date.parse(start)),
    zone,
  );
  return days.map((day) => dayView(day, context));
}

test('a slot after a clock change has its own offset, not today’s', () => {
  const [day] = viewOf(['2026-03-29T00:30Z', '2026-03-29T12:00Z'], '2026-03-20T00:00Z');
  expect(day?.zoneName).toBe('Berlin time');
  expect(day?.slots.map(({ startTime, zoneName }) => [startTime, zoneName])).toEqual([
    ['01:30', 'Berlin time'],
    ['14:00', 'Berlin time (GMT+2)'],
  ]);
});

test('a day after the change names its offset once', () => {
  const [day] = viewOf(['2026-03-30T12:00Z'], '2026-03-20T00:00Z');
  expect(day?.zoneName).toBe('Berlin time (GMT+2)');
});

test('the two passes of a repeated hour have their offsets, also when a session ends in the second', () => {
  const [day] = viewOf(['2026-10-25T00:30Z', '2026-10-25T01:30Z'], '2026-10-20T00:00Z');
  expect(day?.slots).toMatchObject([
    { startTime: '02:30', offsetNote: 'GMT+2', range: '02:30 (GMT+2)–02:30 (GMT+1)' },
    { startTime: '02:30', offsetNote: 'GMT+1', range: '02:30–03:30 (GMT+1)' },
  ]);
});

test('a slot lists its reminders if not all of them will be sent', () => {
  const days = viewOf(
    ['2026-03-03T10:10Z', '2026-03-03T10:50Z', '2026-03-03T12:00Z', '2026-03-04T10:01Z'],
    '2026-03-03T10:00Z',
  );
  expect(days.flatMap(({ slots }) => slots.map(({ reminders }) => reminders))).toEqual([
    'It starts too soon for a reminder.',
    'By email, 15 minutes before.',
    'By email, 1 hour before and 15 minutes before.',
    undefined,
  ]);
});

test('alternatives in a repeated hour have their offset', () => {
  const st: OfferingSt = {
    id: 'st-1',
    user: { id: 'user-1', name: 'Anna Able', avatarUrl: null, timezone: null },
    studentsTaught: 0,
    rating: null,
    rules: {
      sessionMinutes: 60,
      bufferMinutes: 0,
      slotStepMinutes: 30,
      minNoticeHours: 0,
      bookingHorizonDays: 60,
    },
    starts: [],
  };
  const slots = ['2026-10-25T00:30Z', '2026-10-25T01:30Z'].map((start) => ({
    st,
    start: Date.parse(start),
  }));
  const views = alternativeViews(slots, {
    zone: zone.name,
    stId: st.id,
    href: (slot) => `/book/${slot.stId}`,
  });
  expect(views.map(({ label }) => label)).toEqual([
    'Sun 25 October, 02:30 (GMT+2) Berlin time',
    'Sun 25 October, 02:30 (GMT+1) Berlin time',
  ]);
});

test('the other person’s time is shown if it differs, with the weekday if that differs', () => {
  const [day] = viewOf(
    ['2026-03-03T20:00Z', '2026-03-03T10:00Z'],
    '2026-03-01T00:00Z',
    'Asia/Tokyo',
  );
  expect(day?.slots.map(({ theirTime }) => theirTime)).toEqual([
    'Wed 05:00 in Tokyo',
    '19:00 in Tokyo',
  ]);
  const [same] = viewOf(['2026-03-03T20:00Z'], '2026-03-01T00:00Z', 'Europe/Paris');
  expect(same?.slots[0]?.theirTime).toBeNull();
});

test.each([
  [
    '2026-03-27T12:00Z',
    '2026-03-20T00:00Z',
    /^Clocks in Berlin go forward 1 hour on Sunday 29 March\.$/,
  ],
  [
    '2026-03-31T12:00Z',
    '2026-03-30T00:00Z',
    /^Clocks in Berlin went forward 1 hour on Sunday 29 March\.$/,
  ],
])('a day near a clock change mentions it: %s seen at %s', (start, now, sentence) => {
  expect(viewOf([start], now)[0]?.clockChange).toMatch(sentence);
});

test('a day without a clock change does not mention one', () => {
  expect(viewOf(['2026-05-05T12:00Z'], '2026-05-01T00:00Z')[0]?.clockChange).toBeNull();
});
