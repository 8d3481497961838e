import type { StName } from './courses';
import type { PersonName } from './people';

type Outcome = 'upcoming' | 'held' | 'completed' | 'no_show' | 'cancelled' | 'expired';

export interface SessionSeed {
  student: PersonName;
  st: StName;
  /** Days from now at which to start looking for a free slot. */
  day: number;
  /** Days between booking and `day`. */
  bookedBefore: number;
  outcome: Outcome;
  note?: string;
  reminders?: false;
}

/** Sorted by day. A past session is at least a week old, so that a free slot can be found. */
export const SESSIONS: readonly SessionSeed[] = [
  { student: 'priya', st: 'maya', day: -57, bookedBefore: 5, outcome: 'completed' },
  { student: 'priya', st: 'danielPainting', day: -50, bookedBefore: 9, outcome: 'completed' },
  { student: 'kwame', st: 'maya', day: -49, bookedBefore: 4, outcome: 'completed' },
  { student: 'yuki', st: 'maya', day: -45, bookedBefore: 6, outcome: 'completed' },
  { student: 'priya', st: 'anjali', day: -41, bookedBefore: 6, outcome: 'completed' },
  { student: 'tom', st: 'daniel', day: -40, bookedBefore: 3, outcome: 'completed' },
  { student: 'kwame', st: 'maya', day: -38, bookedBefore: 5, outcome: 'completed' },
  {
    student: 'priya',
    st: 'jonas',
    day: -36,
    bookedBefore: 8,
    outcome: 'cancelled',
    note: 'Could we look at my grid layout?',
  },
  { student: 'tom', st: 'maya', day: -33, bookedBefore: 7, outcome: 'completed' },
  { student: 'kwame', st: 'anjali', day: -30, bookedBefore: 4, outcome: 'completed' },
  { student: 'priya', st: 'maya', day: -27, bookedBefore: 4, outcome: 'completed' },
  { student: 'tom', st: 'daniel', day: -26, bookedBefore: 2, outcome: 'expired' },
  { student: 'yuki', st: 'anjali', day: -25, bookedBefore: 6, outcome: 'completed' },
  { student: 'kwame', st: 'jonas', day: -24, bookedBefore: 5, outcome: 'completed' },
  { student: 'ines', st: 'daniel', day: -21, bookedBefore: 3, outcome: 'completed' },
  { student: 'priya', st: 'jonas', day: -20, bookedBefore: 6, outcome: 'no_show' },
  { student: 'tom', st: 'beatriz', day: -19, bookedBefore: 5, outcome: 'completed' },
  { student: 'kwame', st: 'anjali', day: -17, bookedBefore: 4, outcome: 'completed' },
  { student: 'tom', st: 'jonas', day: -15, bookedBefore: 7, outcome: 'completed' },
  { student: 'jonas', st: 'beatriz', day: -13, bookedBefore: 4, outcome: 'completed' },
  { student: 'yuki', st: 'maya', day: -12, bookedBefore: 5, outcome: 'completed' },
  { student: 'priya', st: 'maya', day: -10, bookedBefore: 5, outcome: 'completed' },
  {
    student: 'priya',
    st: 'maya',
    day: 2,
    bookedBefore: 4,
    outcome: 'upcoming',
    note: 'My form loses what I typed when it is refused. I would like to understand why.',
  },
  { student: 'tom', st: 'daniel', day: 3, bookedBefore: 3, outcome: 'held' },
  { student: 'yuki', st: 'aroha', day: 4, bookedBefore: 6, outcome: 'upcoming' },
  { student: 'jonas', st: 'beatriz', day: 5, bookedBefore: 7, outcome: 'upcoming' },
  {
    student: 'tom',
    st: 'beatriz',
    day: 6,
    bookedBefore: 8,
    outcome: 'upcoming',
    note: 'Ordering in a restaurant, please.',
    reminders: false,
  },
  { student: 'priya', st: 'anjali', day: 9, bookedBefore: 11, outcome: 'upcoming' },
];
