import { millisecondsInDay } from 'date-fns/constants';
import { localDate, localTimeToInstants } from '@/lib/time/local-time';
import type { Weekday } from '@/lib/time/weekly-windows';
import type { AvailabilityExceptionKind } from '@/prisma/client/client';
import { PEOPLE, type PersonName } from './people';

interface WeeklyHours {
  person: PersonName;
  days: readonly Weekday[];
  from: string;
  to: string;
  /** If it differs from the person's time zone. */
  timezone?: string;
}

/** Weekly windows with edge cases: adjacent windows, windows that cross midnight, and another time zone. */
export const WEEKLY_HOURS: readonly WeeklyHours[] = [
  {
    person: 'maya',
    days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
    from: '17:00',
    to: '20:00',
  },
  { person: 'maya', days: ['saturday'], from: '10:00', to: '13:00' },
  { person: 'maya', days: ['saturday'], from: '13:00', to: '15:00' },
  { person: 'jonas', days: ['monday', 'wednesday', 'thursday'], from: '08:00', to: '12:00' },
  { person: 'jonas', days: ['tuesday'], from: '14:00', to: '18:30' },
  { person: 'anjali', days: ['sunday', 'tuesday', 'thursday'], from: '06:30', to: '09:00' },
  { person: 'anjali', days: ['monday', 'saturday'], from: '17:00', to: '21:15' },
  { person: 'aroha', days: ['tuesday', 'thursday'], from: '19:00', to: '22:00' },
  { person: 'aroha', days: ['friday'], from: '20:00', to: '24:00' },
  { person: 'aroha', days: ['saturday'], from: '00:00', to: '01:00' },
  { person: 'aroha', days: ['saturday'], from: '09:00', to: '12:00' },
  {
    person: 'daniel',
    days: ['monday', 'tuesday', 'wednesday', 'thursday'],
    from: '16:00',
    to: '21:00',
  },
  { person: 'daniel', days: ['monday', 'wednesday'], from: '08:00', to: '11:00' },
  { person: 'beatriz', days: ['tuesday', 'thursday'], from: '09:00', to: '12:00' },
  { person: 'beatriz', days: ['wednesday'], from: '18:00', to: '24:00' },
  {
    person: 'beatriz',
    days: ['saturday'],
    from: '10:00',
    to: '14:00',
    timezone: 'Europe/Lisbon',
  },
];

interface DatedChange {
  person: PersonName;
  kind: AvailabilityExceptionKind;
  /** Days after the day of the seed, in the person's time zone. */
  firstDay: number;
  from: string;
  lastDay: number;
  to: string;
}

export const DATED_CHANGES: readonly DatedChange[] = [
  // An upcoming holiday, a past one, and an afternoon of extra hours.
  { person: 'maya', kind: 'time_off', firstDay: 16, from: '00:00', lastDay: 23, to: '00:00' },
  { person: 'jonas', kind: 'time_off', firstDay: -30, from: '00:00', lastDay: -25, to: '00:00' },
  { person: 'aroha', kind: 'extra_hours', firstDay: 5, from: '14:00', lastDay: 5, to: '17:00' },
  { person: 'beatriz', kind: 'time_off', firstDay: 10, from: '09:00', lastDay: 10, to: '10:30' },
];

/** The instant of local time `clock` (HH:MM), `days` after the person's local date at `now`. */
export function localMoment(person: PersonName, now: Date, days: number, clock: string): Date {
  const zone = PEOPLE[person].timezone ?? 'UTC';
  const today = Date.parse(localDate(now.getTime(), zone));
  const date = new Date(today + days * millisecondsInDay).toISOString().slice(0, 10);
  const [instant] = localTimeToInstants(`${date}T${clock}`, zone);
  if (instant === undefined) throw new Error(`${zone} has no ${date} ${clock}`);
  return new Date(instant);
}
