import { compactStarts } from '@/lib/booking/compact-starts';
import type { StCard, WizardData } from '@/lib/booking/view-model';
import type { Instant } from '@/lib/time/intervals';
import { findZone } from '@/lib/time/zone-offsets';

/** Starts at times in UTC, which the viewer reads one hour later, or two in summer. */
export function startsOn(date: string, ...times: string[]): Instant[] {
  return times.map((time) => Date.parse(`${date}T${time}Z`));
}

export const tuesday = startsOn('2026-03-03', '08:00', '13:00', '17:00');
export const thursday = startsOn('2026-03-05', '09:30');
export const nextTuesday = startsOn('2026-03-10', '08:00', '09:00');
export const inApril = startsOn('2026-04-07', '08:00');
export const allStarts = [...tuesday, ...thursday, ...nextTuesday, ...inApril];

export const firstStart = '2026-03-03T08:00:00.000Z';

interface WizardDetails extends Partial<Omit<WizardData, 'starts'>> {
  starts?: readonly Instant[];
}

/** A Monday in March, seen from Berlin. */
export function wizardData({ starts = allStarts, ...rest }: WizardDetails = {}): WizardData {
  return {
    courseTitle: 'Conversational Spanish',
    st: { id: 'st-1', name: 'Maya Gurung', avatarUrl: null, profileHref: '/student-teachers/st-1' },
    stPreselected: true,
    changeStHref: null,
    zoneName: 'Berlin time (GMT+1)',
    settingsHref: '/settings',
    durationMinutes: 60,
    price: null,
    holdMinutes: 35,
    today: '2026-03-02',
    weekEnd: '2026-03-08',
    lastDate: '2026-04-30',
    starts: compactStarts(starts),
    zone: findZone('Europe/Berlin'),
    stZone: null,
    now: Date.parse('2026-03-02T07:00Z'),
    path: '/book/st-1',
    fixedParams: { from: null },
    gone: null,
    draftKey: 'draft of viewer-1 for c-1',
    ...rest,
  };
}

export function stCard(rest: Partial<StCard> = {}): StCard {
  return {
    id: 'st-1',
    name: 'Maya Gurung',
    avatarUrl: null,
    studentsTaught: 23,
    rating: null,
    nextFree: 'Tomorrow, Tue 3 March, 09:00',
    href: '/courses/c-1/book?st=st-1',
    profileHref: '/student-teachers/st-1',
    ...rest,
  };
}
