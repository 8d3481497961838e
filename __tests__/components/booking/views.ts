import type { DayView, SlotView, StCard, WizardView } from '@/lib/booking/view-model';

/** A slot at `time` UTC, which the viewer reads one hour later. */
export function slotView(date: string, time: string, rest: Partial<SlotView> = {}): SlotView {
  const hour = Number(time.slice(0, 2));
  const clock = (hours: number) => `${String(hours).padStart(2, '0')}:${time.slice(3)}`;
  return {
    start: `${date}T${time}:00.000Z`,
    startTime: clock(hour + 1),
    endTime: clock(hour + 2),
    offsetNote: null,
    theirTime: null,
    ...rest,
  };
}

function dayView(date: string, name: string, times: string[]): DayView {
  return {
    date,
    fullDate: `${name} 2026`,
    label: `${name}, ${times.length === 1 ? '1 time' : `${times.length} times`}`,
    slots: times.map((time) => slotView(date, time)),
    clockChange: null,
  };
}

export const tuesday = dayView('2026-03-03', 'Tuesday 3 March', ['08:00', '13:00', '17:00']);
export const thursday = dayView('2026-03-05', 'Thursday 5 March', ['09:30']);
export const nextTuesday = dayView('2026-03-10', 'Tuesday 10 March', ['08:00', '09:00']);
export const inApril = dayView('2026-04-07', 'Tuesday 7 April', ['08:00']);

export const firstStart = '2026-03-03T08:00:00.000Z';

/** A Monday in March, seen from Berlin. */
export function wizardView(rest: Partial<WizardView> = {}): WizardView {
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
    days: [tuesday, thursday, nextTuesday, inApril],
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
