import { bookingHorizon } from '@/lib/availability/offered-times';

test('the horizon is counted in days of 24 hours from now', () => {
  const rules = {
    sessionMinutes: 60,
    bufferMinutes: 0,
    slotStepMinutes: 30,
    minNoticeHours: 12,
    bookingHorizonDays: 7,
  };
  const now = Date.parse('2026-03-05T15:00:00Z');
  expect(bookingHorizon(rules, now)).toEqual({
    start: now,
    end: Date.parse('2026-03-12T15:00:00Z'),
  });
});
