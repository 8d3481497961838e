import { eventWords } from '@/components/sessions/event-words';
import {
  clockTime,
  dayAndTime,
  dayHeading,
  statusWords,
} from '@/components/sessions/session-words';
import { aSession } from './a-session';

const zone = 'Europe/Berlin';
const at = (iso: string) => ({ zone, now: Date.parse(iso) });
const before = at('2026-03-03T08:00:00Z');

describe('the words for a status', () => {
  it.each([
    ['scheduled', '2026-03-03T12:59:59Z', 'Scheduled'],
    ['scheduled', '2026-03-03T13:00:00Z', 'Happening now'],
    ['scheduled', '2026-03-03T14:00:00Z', 'Ended'],
    ['completed', '2026-03-04T08:00:00Z', 'Completed'],
    ['cancelled', '2026-03-03T08:00:00Z', 'Cancelled'],
    ['no_show', '2026-03-04T08:00:00Z', 'No-show'],
    ['expired', '2026-03-03T08:00:00Z', 'Hold expired'],
  ] as const)('say of %s at %s: %s', (status, now, label) => {
    expect(statusWords(aSession({ status }), at(now)).label).toBe(label);
  });

  it('say when a hold expires, to the second', () => {
    const held = aSession({
      status: 'pending_payment',
      holdExpiresAt: new Date('2026-03-03T08:35:00Z'),
    });
    expect(statusWords(held, at('2026-03-03T08:34:59Z')).sentence).toBe(
      "This time is held until 09:35 Berlin time. Online payment isn't available yet: you won't be charged, and the time is released when the hold expires.",
    );
    expect(statusWords(held, at('2026-03-03T08:35:00Z')).label).toBe('Hold expired');
  });
});

it('a clock time names the day unless it is today', () => {
  expect(clockTime(Date.parse('2026-03-03T13:00:00Z'), before)).toBe('14:00 Berlin time');
  expect(clockTime(Date.parse('2026-03-03T23:30:00Z'), before)).toBe(
    'Wed 4 March, 00:30 Berlin time',
  );
});

it('a day and time always names the day', () => {
  expect(dayAndTime(Date.parse('2026-03-03T13:00:00Z'), before)).toBe('Today, 14:00 Berlin time');
  expect(dayAndTime(Date.parse('2026-03-03T23:30:00Z'), before)).toBe(
    'Wed 4 March, 00:30 Berlin time',
  );
});

it('a clock time that occurs twice has its offset', () => {
  const reading = { zone: 'Pacific/Auckland', now: Date.parse('2026-04-04T12:00:00Z') };
  expect(clockTime(Date.parse('2026-04-04T13:30:00Z'), reading)).toBe(
    '02:30 (GMT+13) Auckland time',
  );
});

it.each([
  ['2026-03-03T22:59:00Z', 'Today, Tuesday 3 March'],
  ['2026-03-03T23:00:00Z', 'Tomorrow, Wednesday 4 March'],
  ['2026-03-05T08:00:00Z', 'Thursday 5 March'],
])('the day of %s is headed in the reader’s zone: %s', (instant, heading) => {
  expect(dayHeading(Date.parse(instant), before)).toBe(heading);
});

describe('the words for an event', () => {
  const event = {
    id: 'event-1',
    happenedAt: new Date('2026-03-01T08:00:00Z'),
    scheduledStart: new Date('2026-03-03T13:00:00Z'),
  };
  const actor = { id: 'ada', name: 'Ada Berg' };

  it('name the person who made the change, and address the viewer as "you"', () => {
    const booked = { ...event, kind: 'booked', actor } as const;
    expect(eventWords(booked, { viewerId: 'ada', ...before })).toBe('Booked by you');
    expect(eventWords(booked, { viewerId: 'maya', ...before })).toBe('Booked by Ada Berg');
  });

  it('name nobody for changes by the system', () => {
    const moved = { ...event, kind: 'moved', actor: null } as const;
    expect(eventWords(moved, { viewerId: 'ada', ...before })).toBe('Moved to 14:00 Berlin time');
  });
});
