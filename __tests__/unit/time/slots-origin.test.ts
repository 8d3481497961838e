import { type OpenSlotsInput, openSlots } from '@/lib/time/slots';
import { everyDay, isos, slotsInput, span, times, window } from './fixtures';

const NEW_YORK = 'America/New_York';

describe('the start of an interval that began before the range', () => {
  const untilTuesday = span('2026-03-03T09:40Z', '2026-03-03T10:45Z');

  test.each<[string, Partial<OpenSlotsInput>, string]>([
    ['an hour before', { weeklyWindows: [window('tuesday 08:50-12:00', 'UTC')] }, '09:50 10:20'],
    [
      'a week open but for seven minutes',
      {
        weeklyWindows: [
          window('monday 00:07-24:00', 'UTC'),
          ...everyDay('00:00-24:00', 'UTC').slice(1),
        ],
      },
      '10:07 10:37',
    ],
    [
      'extra hours since last year',
      { extraWindows: [span('2025-01-01T00:07Z', '2027-01-01T00:00Z')] },
      '10:07 10:37',
    ],
    [
      'time off last year',
      {
        weeklyWindows: everyDay('00:00-24:00', 'UTC'),
        timeOff: [span('2025-01-01T00:07Z', '2025-01-01T00:11Z')],
      },
      '09:41 10:11 10:41',
    ],
    [
      'never: local midnight in Kathmandu',
      { weeklyWindows: everyDay('00:00-24:00', 'Asia/Kathmandu') },
      '09:45 10:15',
    ],
    [
      'never: New York and UTC between them',
      { weeklyWindows: [...everyDay('00:00-12:00', 'UTC'), ...everyDay('05:00-24:00', NEW_YORK)] },
      '10:00 10:30',
    ],
    [
      'never, of several zones the first by name: Kathmandu and UTC',
      {
        weeklyWindows: [
          ...everyDay('07:00-19:00', 'UTC'),
          ...everyDay('00:00-13:00', 'Asia/Kathmandu'),
        ],
      },
      '09:45 10:15',
    ],
    [
      'extra hours since before 1970',
      { weeklyWindows: [], extraWindows: [span('1950-01-01T00:07Z', '2027-01-01T00:00Z')] },
      '10:00 10:30',
    ],
  ])('%s', (_name, changed, expected) => {
    expect(times({ range: untilTuesday, ...changed })).toBe(expected);
  });

  test('a closed hour inside a spring gap does not interrupt the slots', () => {
    const week = [
      ...everyDay('00:00-24:00', NEW_YORK).slice(0, 6),
      window('sunday 00:00-02:07', NEW_YORK),
      window('sunday 02:53-24:00', NEW_YORK),
    ];
    const range = span('2026-03-09T10:00Z', '2026-03-09T11:00Z');
    // The interval began on Sunday 1 March at 02:53 (07:53 UTC) and the gap of the 8th is inside it.
    expect(isos(openSlots(slotsInput({ weeklyWindows: week, range })))).toEqual([
      '2026-03-09T10:23Z',
      '2026-03-09T10:53Z',
    ]);
  });
});
