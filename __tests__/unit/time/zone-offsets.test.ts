import packaged from 'moment-timezone/data/packed/latest.json';
import { clockChanges, isTimeZone, offsetAt } from '@/lib/time/zone-offsets';
import { at, isos, span } from './fixtures';

const year = (number: number) => span(`${number}-01-01T00:00Z`, `${number + 1}-01-01T00:00Z`);

describe('clockChanges', () => {
  test.each([
    ['America/New_York', 2026, ['2026-03-08T07:00Z -300 -240', '2026-11-01T06:00Z -240 -300']],
    ['Europe/Berlin', 2026, ['2026-03-29T01:00Z 60 120', '2026-10-25T01:00Z 120 60']],
    ['Australia/Lord_Howe', 2026, ['2026-04-04T15:00Z 660 630', '2026-10-03T15:30Z 630 660']],
    ['Pacific/Chatham', 2026, ['2026-04-04T14:00Z 825 765', '2026-09-26T14:00Z 765 825']],
    ['Antarctica/Troll', 2026, ['2026-03-29T01:00Z 0 120', '2026-10-25T01:00Z 120 0']],
    ['America/Havana', 2025, ['2025-03-09T05:00Z -300 -240', '2025-11-02T05:00Z -240 -300']],
    // The runtime may be older than the news that British Columbia keeps its summer time.
    ['America/Vancouver', 2026, ['2026-03-08T10:00Z -480 -420']],
    ['America/Vancouver', 2027, []],
    ['Europe/Berlin', 2199, ['2199-03-31T01:00Z 60 120', '2199-10-27T01:00Z 120 60']],
    [
      'Pacific/Apia',
      2011,
      ['2011-04-02T14:00Z -600 -660', '2011-09-24T14:00Z -660 -600', '2011-12-30T10:00Z -600 840'],
    ],
    [
      'America/Recife',
      2000,
      ['2000-02-27T02:00Z -120 -180', '2000-10-08T03:00Z -180 -120', '2000-10-15T02:00Z -120 -180'],
    ],
    ['Asia/Kathmandu', 2026, []],
    ['America/Phoenix', 2026, []],
    ['UTC', 2026, []],
  ])('%s in %d', (zone, number, expected) => {
    const changes = clockChanges(zone, year(number)).map(
      ({ at: instant, fromOffsetMinutes, toOffsetMinutes }) =>
        `${isos([instant])} ${fromOffsetMinutes} ${toOffsetMinutes}`,
    );
    expect(changes).toEqual(expected);
  });

  const spring = at('2026-03-29T01:00Z');

  test.each([
    ['at the start of the range', spring, spring + 1, 1],
    ['at its end', spring - 1, spring, 0],
    ['in an empty range', spring, spring, 0],
    ['in a reversed range', spring + 1, spring - 1, 0],
    ['before the range', spring + 1, spring + 2, 0],
  ])('a change %s', (_name, start, end, count) => {
    expect(clockChanges('Europe/Berlin', { start, end })).toHaveLength(count);
  });

  test('an unknown zone is refused', () => {
    expect(() => clockChanges('Europe/Atlantis', year(2026))).toThrow(RangeError);
  });
});

describe('offsetAt', () => {
  test.each([
    ['the millisecond before a change', 'America/New_York', '2026-03-08T06:59:59.999Z', -300],
    ['the millisecond of a change', 'America/New_York', '2026-03-08T07:00:00.000Z', -240],
    ['a zone east of the date line', 'Pacific/Kiritimati', '2026-03-08T07:00Z', 840],
    ['an offset of 45 minutes', 'Asia/Kathmandu', '2026-03-08T07:00Z', 345],
    ['an offset with seconds', 'Africa/Monrovia', '1971-06-01T00:00Z', -44.5],
    ['Vancouver in a December of today', 'America/Vancouver', '2026-12-11T17:00Z', -420],
    ['a zone by its older name', 'Canada/Pacific', '2026-12-11T17:00Z', -420],
    ['a year before the epoch', 'Europe/Berlin', '1950-06-01T00:00Z', 60],
  ])('%s', (_name, zone, instant, minutes) => {
    expect(offsetAt(zone, at(instant))).toBe(minutes * 60_000);
  });

  test('an invalid instant is refused', () => {
    expect(() => offsetAt('UTC', Number.NaN)).toThrow(RangeError);
  });
});

describe('isTimeZone', () => {
  const names = [
    ...packaged.zones.map((zone) => zone.split('|')[0] ?? ''),
    ...packaged.links.flatMap((link) => link.split('|')),
  ];

  test('every name of the packaged database is a zone, links included', () => {
    expect(names).toEqual(expect.arrayContaining(['Europe/Berlin', 'Asia/Calcutta', 'UTC']));
    expect(names.filter((name) => !isTimeZone(name))).toEqual([]);
  });

  test.each([
    'europe/berlin',
    'EUROPE/BERLIN',
    'utc',
    'Europe_Berlin',
    'America_New_York',
    'America/New/York',
    'asia/calcutta',
    'Asia_Calcutta',
    ' Europe/Berlin',
    'Europe/Atlantis',
    '',
  ])('"%s" is not', (name) => {
    expect(isTimeZone(name)).toBe(false);
    expect(() => offsetAt(name, 0)).toThrow(RangeError);
  });
});
