import { weeklyIntervals } from '@/lib/time/weekly-windows';
import { EVERY_DAY, everyDay, isoSpans, span, window } from './fixtures';

const NEW_YORK = 'America/New_York';
const BERLIN = 'Europe/Berlin';
const LORD_HOWE = 'Australia/Lord_Howe';

interface Row {
  name: string;
  windows: [string, string][];
  day: string;
  expected: [string, string][];
}

const rows: Row[] = [
  {
    name: 'an ordinary day',
    windows: [['tuesday 09:00-17:00', NEW_YORK]],
    day: '2026-03-03',
    expected: [['2026-03-03T14:00Z', '2026-03-03T22:00Z']],
  },
  {
    name: 'a zone 45 minutes off',
    windows: [['tuesday 09:00-17:00', 'Asia/Kathmandu']],
    day: '2026-03-03',
    expected: [['2026-03-03T03:15Z', '2026-03-03T11:15Z']],
  },
  {
    name: 'New York, across the spring gap: an hour less',
    windows: [['sunday 00:00-05:00', NEW_YORK]],
    day: '2026-03-08',
    expected: [['2026-03-08T05:00Z', '2026-03-08T09:00Z']],
  },
  {
    name: 'New York, inside the spring gap: nothing',
    windows: [['sunday 02:00-03:00', NEW_YORK]],
    day: '2026-03-08',
    expected: [],
  },
  {
    name: 'New York, partly inside the spring gap: the rest',
    windows: [
      ['sunday 01:30-02:30', NEW_YORK],
      ['sunday 02:45-03:15', NEW_YORK],
    ],
    day: '2026-03-08',
    expected: [['2026-03-08T06:30Z', '2026-03-08T07:15Z']],
  },
  {
    name: 'New York, across the autumn fold: an hour more',
    windows: [['sunday 00:00-05:00', NEW_YORK]],
    day: '2026-11-01',
    expected: [['2026-11-01T04:00Z', '2026-11-01T10:00Z']],
  },
  {
    name: 'New York, inside the autumn fold: both passes, apart',
    windows: [['sunday 01:15-01:45', NEW_YORK]],
    day: '2026-11-01',
    expected: [
      ['2026-11-01T05:15Z', '2026-11-01T05:45Z'],
      ['2026-11-01T06:15Z', '2026-11-01T06:45Z'],
    ],
  },
  {
    name: 'New York, exactly the autumn fold: both passes, touching',
    windows: [['sunday 01:00-02:00', NEW_YORK]],
    day: '2026-11-01',
    expected: [['2026-11-01T05:00Z', '2026-11-01T07:00Z']],
  },
  {
    name: 'New York, ending inside the autumn fold: the second pass is apart',
    windows: [['sunday 00:30-01:30', NEW_YORK]],
    day: '2026-11-01',
    expected: [
      ['2026-11-01T04:30Z', '2026-11-01T05:30Z'],
      ['2026-11-01T06:00Z', '2026-11-01T06:30Z'],
    ],
  },
  {
    name: 'New York, starting inside the autumn fold: the first pass is apart',
    windows: [['sunday 01:30-02:30', NEW_YORK]],
    day: '2026-11-01',
    expected: [
      ['2026-11-01T05:30Z', '2026-11-01T06:00Z'],
      ['2026-11-01T06:30Z', '2026-11-01T07:30Z'],
    ],
  },
  {
    name: 'Berlin, across the spring gap',
    windows: [['sunday 01:00-04:00', BERLIN]],
    day: '2026-03-29',
    expected: [['2026-03-29T00:00Z', '2026-03-29T02:00Z']],
  },
  {
    name: 'Berlin, across the autumn fold',
    windows: [['sunday 01:00-04:00', BERLIN]],
    day: '2026-10-25',
    expected: [['2026-10-24T23:00Z', '2026-10-25T03:00Z']],
  },
  {
    name: 'Lord Howe, across a gap of half an hour',
    windows: [['sunday 01:00-03:00', LORD_HOWE]],
    day: '2026-10-04',
    expected: [['2026-10-03T14:30Z', '2026-10-03T16:00Z']],
  },
  {
    name: 'Lord Howe, inside a fold of half an hour',
    windows: [['sunday 01:40-01:50', LORD_HOWE]],
    day: '2026-04-05',
    expected: [
      ['2026-04-04T14:40Z', '2026-04-04T14:50Z'],
      ['2026-04-04T15:10Z', '2026-04-04T15:20Z'],
    ],
  },
  {
    name: 'Apia, the Friday that was skipped, between its neighbours',
    windows: [
      ['thursday 22:00-24:00', 'Pacific/Apia'],
      ['friday 00:00-24:00', 'Pacific/Apia'],
      ['saturday 00:00-01:00', 'Pacific/Apia'],
    ],
    day: '2011-12-30',
    expected: [['2011-12-30T08:00Z', '2011-12-30T11:00Z']],
  },
  {
    name: 'Havana, from a midnight that was skipped',
    windows: [['sunday 00:00-02:00', 'America/Havana']],
    day: '2026-03-08',
    expected: [['2026-03-08T05:00Z', '2026-03-08T06:00Z']],
  },
  {
    name: 'Santiago, a Saturday whose last hour comes twice',
    windows: [['saturday 22:00-24:00', 'America/Santiago']],
    day: '2026-04-04',
    expected: [['2026-04-05T01:00Z', '2026-04-05T04:00Z']],
  },
  {
    name: 'windows that touch at midnight',
    windows: [
      ['tuesday 22:00-24:00', 'UTC'],
      ['wednesday 00:00-02:00', 'UTC'],
    ],
    day: '2026-03-03',
    expected: [['2026-03-03T22:00Z', '2026-03-04T02:00Z']],
  },
  {
    name: 'windows that touch from Sunday to Monday',
    windows: [
      ['sunday 22:00-24:00', 'UTC'],
      ['monday 00:00-02:00', 'UTC'],
    ],
    day: '2026-03-08',
    expected: [['2026-03-08T22:00Z', '2026-03-09T02:00Z']],
  },
  {
    name: 'windows that touch, given in reverse, and one inside another',
    windows: [
      ['tuesday 12:00-13:00', 'UTC'],
      ['tuesday 09:00-12:00', 'UTC'],
      ['tuesday 10:00-11:00', 'UTC'],
    ],
    day: '2026-03-03',
    expected: [['2026-03-03T09:00Z', '2026-03-03T13:00Z']],
  },
  {
    name: 'windows of two zones that touch',
    windows: [
      ['tuesday 09:00-12:00', BERLIN],
      ['tuesday 06:00-08:00', NEW_YORK],
    ],
    day: '2026-03-03',
    expected: [['2026-03-03T08:00Z', '2026-03-03T13:00Z']],
  },
  {
    name: 'the same windows when only one of the zones has changed its clocks',
    windows: [
      ['tuesday 09:00-12:00', BERLIN],
      ['tuesday 07:00-08:00', NEW_YORK],
    ],
    day: '2026-03-10',
    expected: [['2026-03-10T08:00Z', '2026-03-10T12:00Z']],
  },
  {
    name: 'empty and reversed windows',
    windows: [
      ['tuesday 09:00-09:00', 'UTC'],
      ['tuesday 22:00-02:00', 'UTC'],
      ['tuesday 24:00-24:00', 'UTC'],
    ],
    day: '2026-03-03',
    expected: [],
  },
];

const HOUR = 3_600_000;

/** Two days around a date, so that no zone's date is cut. */
function around(day: string) {
  const { start, end } = span(`${day}T00:00Z`, `${day}T24:00Z`);
  return { start: start - 16 * HOUR, end: end + 16 * HOUR };
}

test.each(rows)('$name', ({ windows, day, expected }) => {
  const week = windows.map(([text, zone]) => window(text, zone));
  expect(isoSpans(weeklyIntervals(week, around(day)))).toEqual(expected);
});

test('is cut to the range', () => {
  const range = span('2026-03-03T10:00Z', '2026-03-03T11:00Z');
  expect(weeklyIntervals([window('tuesday 09:00-17:00', 'UTC')], range)).toEqual([range]);
});

test('with a week of open hours, the interval is the whole range', () => {
  const range = span('2026-03-01T00:00Z', '2026-12-01T00:00Z');
  expect(weeklyIntervals(everyDay('00:00-24:00', NEW_YORK), range)).toEqual([range]);
});

test('each weekday has its own windows', () => {
  const range = span('2026-03-02T00:00Z', '2026-03-09T00:00Z');
  const starts = EVERY_DAY.map(
    (day) => isoSpans(weeklyIntervals([window(`${day} 10:00-11:00`, 'UTC')], range))[0]?.[0],
  );
  expect(starts).toEqual([2, 3, 4, 5, 6, 7, 8].map((day) => `2026-03-0${day}T10:00Z`));
});

test.each(['9:00-17:00', '09:00-24:30', '09:00-25:00', '09:60-17:00', '09-17', '09:00:00-17:00'])(
  'hours %s are refused',
  (hours) => {
    const range = span('2026-03-03T00:00Z', '2026-03-04T00:00Z');
    expect(() => weeklyIntervals([window(`tuesday ${hours}`, 'UTC')], range)).toThrow(RangeError);
  },
);
