import { formatPrice } from '@/lib/courses/price';
import {
  formatClockTime,
  formatDay,
  formatFullDay,
  formatOffset,
  formatRange,
  formatRangeZone,
  formatShortDay,
  formatTime,
  formatZone,
} from '@/lib/time/format';
import { zoneCity, zoneTime } from '@/lib/time/zone-names';

const at = Date.parse;

test.each([
  ['2026-03-03T19:05:00Z', 'America/New_York', '14:05'],
  ['2026-03-03T05:00:00Z', 'America/New_York', '00:00'],
  ['2026-03-03T04:59:59Z', 'America/New_York', '23:59'],
  ['2026-03-03T12:00:00Z', 'Asia/Kathmandu', '17:45'],
  ['2026-03-08T06:59:00Z', 'America/New_York', '01:59'],
  ['2026-03-08T07:00:00Z', 'America/New_York', '03:00'],
  ['2026-11-01T05:30:00Z', 'America/New_York', '01:30'],
  ['2026-11-01T06:30:00Z', 'America/New_York', '01:30'],
])('the clocks at %s in %s show %s', (instant, zone, shown) => {
  expect(formatTime(at(instant), zone)).toBe(shown);
});

test.each([
  ['Pacific/Auckland', '2026-04-04T12:30Z', '01:30'],
  ['Pacific/Auckland', '2026-04-04T13:30Z', '02:30 (GMT+13)'],
  ['Pacific/Auckland', '2026-04-04T14:30Z', '02:30 (GMT+12)'],
  ['Pacific/Auckland', '2026-04-04T15:00Z', '03:00'],
  ['Australia/Lord_Howe', '2026-04-04T14:45Z', '01:45 (GMT+11)'],
])(
  'the clocks of %s at %s show %s, with an offset where they show it twice',
  (zone, start, shown) => {
    expect(formatClockTime(at(start), zone)).toBe(shown);
  },
);

test.each([
  ['an hour', 'Europe/Berlin', '2026-03-03T13:00Z', 60, '14:00–15:00 Berlin time (GMT+1)'],
  ['UTC', 'UTC', '2026-03-03T13:00Z', 60, '13:00–14:00 UTC'],
  [
    'over the end of summer time',
    ...['Pacific/Auckland', '2026-04-04T13:30Z', 60],
    '02:30 (GMT+13)–02:30 (GMT+12) Auckland time',
  ],
  [
    'up to the moment of the change',
    ...['Pacific/Auckland', '2026-04-04T13:00Z', 60],
    '02:00 (GMT+13)–02:00 (GMT+12) Auckland time',
  ],
  [
    'before it, in an hour that comes twice',
    ...['Pacific/Auckland', '2026-04-04T13:00Z', 30],
    '02:00–02:30 (GMT+13) Auckland time',
  ],
  [
    'after it, in an hour that came before',
    ...['Pacific/Auckland', '2026-04-04T14:15Z', 60],
    '02:15–03:15 (GMT+12) Auckland time',
  ],
  [
    'into an hour that comes twice',
    ...['Pacific/Auckland', '2026-04-04T12:15Z', 60],
    '01:15–02:15 (GMT+13) Auckland time',
  ],
  [
    'right after both',
    'Pacific/Auckland',
    '2026-04-04T15:00Z',
    60,
    '03:00–04:00 Auckland time (GMT+12)',
  ],
  [
    'over the start of summer time',
    ...['Europe/Berlin', '2026-03-29T00:30Z', 60],
    '01:30 (GMT+1)–03:30 (GMT+2) Berlin time',
  ],
  [
    'over a change of half an hour',
    ...['Australia/Lord_Howe', '2026-04-04T14:30Z', 60],
    '01:30 (GMT+11)–02:00 (GMT+10:30) Lord Howe time',
  ],
] as [string, string, string, number, string][])(
  'a range is told so that its length is clear: %s',
  (_name, zone, start, minutes, shown) => {
    const range = { start: at(start), end: at(start) + minutes * 60_000 };
    expect(`${formatRange(range, zone)} ${formatRangeZone(range, zone)}`).toBe(shown);
  },
);

test('a day is formatted in the zone, without a comma', () => {
  const evening = at('2026-03-03T23:30:00Z');
  expect(formatDay(evening, 'Europe/London')).toBe('Tuesday 3 March');
  expect(formatDay(evening, 'Europe/Berlin')).toBe('Wednesday 4 March');
  expect(formatShortDay(evening, 'Europe/London')).toBe('Tue 3 March');
  expect(formatFullDay(evening, 'Europe/London')).toBe('Tuesday 3 March 2026');
  expect(formatFullDay(at('2026-12-31T23:30:00Z'), 'Europe/Berlin')).toBe('Friday 1 January 2027');
});

test.each([
  ['2026-03-03T12:00:00Z', 'Asia/Kathmandu', 'GMT+5:45'],
  ['2026-03-03T12:00:00Z', 'America/New_York', 'GMT-5'],
  ['2026-07-03T12:00:00Z', 'America/New_York', 'GMT-4'],
  ['2026-03-03T12:00:00Z', 'Europe/London', 'GMT'],
  ['2026-03-03T12:00:00Z', 'UTC', 'GMT'],
])('the offset at %s in %s is %s', (instant, zone, offset) => {
  expect(formatOffset(at(instant), zone)).toBe(offset);
});

test.each([
  ['America/New_York', 'New York', 'New York time', 'New York time (GMT-5)'],
  [
    'America/Argentina/Buenos_Aires',
    'Buenos Aires',
    'Buenos Aires time',
    'Buenos Aires time (GMT-3)',
  ],
  ['Europe/London', 'London', 'London time', 'London time (GMT)'],
  ['UTC', 'UTC', 'UTC', 'UTC'],
])('%s is called %s', (zone, place, time, full) => {
  expect(zoneCity(zone)).toBe(place);
  expect(zoneTime(zone)).toBe(time);
  expect(formatZone(at('2026-03-03T12:00:00Z'), zone)).toBe(full);
});

test.each([
  [2_500, 'usd', '$25.00'],
  [2_599, 'EUR', '€25.99'],
  [0, 'usd', '$0.00'],
  [2_500, 'jpy', '¥2,500'],
  [123_456_789, 'usd', '$1,234,567.89'],
])('%i of the smallest unit of %s is %s', (cents, currency, price) => {
  expect(formatPrice(cents, currency)).toBe(price);
});
