import { localDate, localTimeToInstants } from '@/lib/time/local-time';
import { at, isos } from './fixtures';

describe('localDate', () => {
  test.each([
    ['2026-03-03T04:59:59.999Z', 'America/New_York', '2026-03-02'],
    ['2026-03-03T05:00Z', 'America/New_York', '2026-03-03'],
    ['2026-03-03T18:14Z', 'Asia/Kathmandu', '2026-03-03'],
    ['2026-03-03T18:15Z', 'Asia/Kathmandu', '2026-03-04'],
    ['2011-12-30T09:59Z', 'Pacific/Apia', '2011-12-29'],
    ['2011-12-30T10:00Z', 'Pacific/Apia', '2011-12-31'],
    ['1969-12-31T23:00Z', 'UTC', '1969-12-31'],
  ])('%s in %s is %s', (instant, zone, date) => {
    expect(localDate(at(instant), zone)).toBe(date);
  });
});

describe('localTimeToInstants', () => {
  test.each([
    ['an ordinary time', '2026-03-03T09:30', 'America/New_York', ['2026-03-03T14:30Z']],
    ['with seconds', '2026-03-03T09:30:00', 'Asia/Kathmandu', ['2026-03-03T03:45Z']],
    ['before a spring gap', '2026-03-08T01:59', 'America/New_York', ['2026-03-08T06:59Z']],
    ['the first of a spring gap', '2026-03-08T02:00', 'America/New_York', []],
    ['the last of a spring gap', '2026-03-08T02:59', 'America/New_York', []],
    ['behind a spring gap', '2026-03-08T03:00', 'America/New_York', ['2026-03-08T07:00Z']],
    ['before an autumn fold', '2026-10-25T01:59', 'Europe/Berlin', ['2026-10-24T23:59Z']],
    [
      'in an autumn fold',
      '2026-10-25T02:00',
      'Europe/Berlin',
      ['2026-10-25T00:00Z', '2026-10-25T01:00Z'],
    ],
    ['behind an autumn fold', '2026-10-25T03:00', 'Europe/Berlin', ['2026-10-25T02:00Z']],
    [
      'in a fold of half an hour',
      '2026-04-05T01:30',
      'Australia/Lord_Howe',
      ['2026-04-04T14:30Z', '2026-04-04T15:00Z'],
    ],
    ['in a gap of half an hour', '2026-10-04T02:15', 'Australia/Lord_Howe', []],
    ['on a date that was skipped', '2011-12-30T12:00', 'Pacific/Apia', []],
    ['midnight that was skipped', '2026-03-08T00:00', 'America/Havana', []],
    ['30 February', '2026-02-30T12:00', 'UTC', []],
    ['24:00', '2026-03-03T24:00', 'UTC', []],
    ['a date alone', '2026-03-03', 'UTC', []],
    ['an offset', '2026-03-03T12:00+01:00', 'UTC', []],
    ['no time at all', 'soon', 'UTC', []],
  ])('%s', (_name, local, zone, expected) => {
    expect(isos(localTimeToInstants(local, zone))).toEqual(expected);
  });
});
