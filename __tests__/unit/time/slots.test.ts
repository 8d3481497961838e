import { type OpenSlotsInput, openSlots } from '@/lib/time/slots';
import { hours, isos, slotsInput, span, times, window } from './fixtures';

const NEW_YORK = 'America/New_York';

const ALL = '09:00 09:30 10:00 10:30 11:00';

describe('the grid', () => {
  test.each<[string, Partial<OpenSlotsInput>, string]>([
    ['starts with the window and ends a session before its end', {}, ALL],
    [
      'a step that does not divide the duration',
      { slotStepMinutes: 25 },
      '09:00 09:25 09:50 10:15 10:40',
    ],
    ['a step longer than the session', { slotStepMinutes: 90 }, '09:00 10:30'],
    ['a session as long as the window', { durationMinutes: 180 }, '09:00'],
    ['a session longer than the window', { durationMinutes: 181 }, ''],
    ['no windows', { weeklyWindows: [] }, ''],
    [
      'a window that starts at an odd minute',
      { weeklyWindows: [window('tuesday 09:07-10:40', 'UTC')] },
      '09:07 09:37',
    ],
    [
      'windows that touch are one: sessions cross the seam',
      {
        weeklyWindows: [window('tuesday 09:00-10:15', 'UTC'), window('tuesday 10:15-11:30', 'UTC')],
      },
      '09:00 09:30 10:00 10:30',
    ],
    [
      'windows a minute apart are two grids',
      {
        weeklyWindows: [window('tuesday 09:00-10:15', 'UTC'), window('tuesday 10:16-11:30', 'UTC')],
      },
      '09:00 10:16',
    ],
    [
      'windows that touch at midnight are one: the grid goes on from the evening',
      {
        weeklyWindows: [window('monday 23:10-24:00', 'UTC'), window('tuesday 00:00-02:00', 'UTC')],
      },
      '00:10 00:40',
    ],
  ])('%s', (_name, changed, expected) => {
    expect(times(changed)).toBe(expected);
  });

  test('steps count elapsed time across an autumn fold', () => {
    const open = openSlots(
      slotsInput({
        weeklyWindows: [window('sunday 00:30-03:00', NEW_YORK)],
        range: span('2026-11-01T00:00Z', '2026-11-02T00:00Z'),
        horizonDays: 365,
      }),
    );
    expect(isos(open)).toEqual([
      '2026-11-01T04:30Z',
      '2026-11-01T05:00Z',
      '2026-11-01T05:30Z',
      '2026-11-01T06:00Z',
      '2026-11-01T06:30Z',
      '2026-11-01T07:00Z',
    ]);
  });

  test('steps count elapsed time across a spring gap', () => {
    const open = openSlots(
      slotsInput({
        weeklyWindows: [window('sunday 01:15-04:00', NEW_YORK)],
        range: span('2026-03-08T00:00Z', '2026-03-09T00:00Z'),
      }),
    );
    expect(isos(open)).toEqual(['2026-03-08T06:15Z', '2026-03-08T06:45Z']);
  });
});

describe('time off and extra hours', () => {
  test.each<[string, Partial<OpenSlotsInput>, string]>([
    ['time off moves the grid behind it', { timeOff: [hours('09:50', '10:10')] }, '10:10 10:40'],
    [
      'time off that only touches',
      { timeOff: [hours('08:00', '09:00'), hours('12:00', '13:00')] },
      ALL,
    ],
    ['time off for the day', { timeOff: [span('2026-03-02T00:00Z', '2026-03-05T00:00Z')] }, ''],
    ['time off at the start', { timeOff: [hours('08:00', '09:20')] }, '09:20 09:50 10:20 10:50'],
    ['extra hours apart', { extraWindows: [hours('14:20', '15:50')] }, `${ALL} 14:20 14:50`],
    [
      'extra hours that touch go on with the grid',
      { extraWindows: [hours('12:00', '12:40')] },
      `${ALL} 11:30`,
    ],
    [
      'extra hours before move its start',
      { extraWindows: [hours('08:50', '09:00')] },
      '08:50 09:20 09:50 10:20 10:50',
    ],
    [
      'time off also cuts extra hours',
      { extraWindows: [hours('14:00', '16:00')], timeOff: [hours('14:30', '14:45')] },
      `${ALL} 14:45`,
    ],
    [
      'empty and reversed ones',
      {
        extraWindows: [hours('14:00', '14:00'), hours('18:00', '16:00')],
        timeOff: [hours('10:00', '10:00')],
      },
      ALL,
    ],
  ])('%s', (_name, changed, expected) => {
    expect(times(changed)).toBe(expected);
  });
});

describe('claims and buffers', () => {
  test.each<[string, Partial<OpenSlotsInput>, string]>([
    [
      'a claim of the teacher does not move the grid',
      { teacherClaims: [hours('10:10', '10:20')] },
      '09:00 10:30 11:00',
    ],
    ['a claim that only touches', { teacherClaims: [hours('10:00', '11:00')] }, '09:00 11:00'],
    [
      'the buffer before a claim',
      { teacherClaims: [hours('10:00', '11:00')], bufferMinutes: 15 },
      '11:00',
    ],
    [
      'the buffer behind a claim is part of it',
      { teacherClaims: [hours('09:00', '10:15')], bufferMinutes: 15 },
      '10:30 11:00',
    ],
    [
      'the buffer reaches exactly to a claim',
      { teacherClaims: [hours('10:15', '10:30')], bufferMinutes: 15 },
      '09:00 10:30 11:00',
    ],
    [
      'the buffer reaches a minute into a claim',
      { teacherClaims: [hours('10:14', '10:30')], bufferMinutes: 15 },
      '10:30 11:00',
    ],
    ['the buffer need not be available', { bufferMinutes: 120 }, ALL],
    [
      'the buffer behind the hours meets a claim there',
      { teacherClaims: [hours('12:10', '13:00')], bufferMinutes: 15 },
      '09:00 09:30 10:00 10:30',
    ],
    ['a claim of the student', { studentClaims: [hours('10:00', '11:00')] }, '09:00 11:00'],
    [
      'a claim of the student needs no buffer',
      { studentClaims: [hours('10:00', '11:00')], bufferMinutes: 30 },
      '09:00 11:00',
    ],
    [
      'both',
      { teacherClaims: [hours('09:00', '09:15')], studentClaims: [hours('11:30', '13:00')] },
      '09:30 10:00 10:30',
    ],
    [
      'claims in any order, one inside another',
      {
        teacherClaims: [hours('11:00', '11:10'), hours('09:10', '09:40'), hours('09:15', '09:20')],
      },
      '10:00',
    ],
    [
      'a claim of all the time there is',
      { studentClaims: [{ start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY }] },
      '',
    ],
    [
      'empty and reversed claims',
      { teacherClaims: [hours('10:00', '10:00'), hours('11:00', '10:00')] },
      ALL,
    ],
  ])('%s', (_name, changed, expected) => {
    expect(times(changed)).toBe(expected);
  });
});
