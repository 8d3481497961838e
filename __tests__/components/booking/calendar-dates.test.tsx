import {
  addMonths,
  dayName,
  fromDate,
  monthName,
  shortDayName,
  toDate,
} from '@/lib/time/calendar-dates';

describe('calendar dates', () => {
  it.each(['2026-01-01', '2026-03-29', '2026-10-25', '2028-02-29', '2026-12-31'])(
    'survive the way through a Date: %s',
    (date) => {
      expect(fromDate(toDate(date))).toBe(date);
    },
  );

  it('turn the year with the months', () => {
    expect(addMonths('2026-12', 1)).toBe('2027-01');
    expect(addMonths('2026-01', -1)).toBe('2025-12');
    expect(addMonths('2026-05', -17)).toBe('2024-12');
  });

  it('are named in full and in short', () => {
    expect(dayName('2026-03-03')).toBe('Tuesday 3 March');
    expect(shortDayName('2026-09-23')).toBe('Wed 23 September');
    expect(monthName('2026-12')).toBe('December 2026');
  });
});
