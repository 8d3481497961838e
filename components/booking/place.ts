import { monthOf } from './calendar-dates';
import type { DayView, SlotView, WizardView } from './view-model';

/** Where in the wizard an address leads. */
export interface Place {
  step: 'date' | 'time' | 'confirm';
  day: DayView | null;
  slot: SlotView | null;
  /** The month on show, `2026-03`. */
  month: string;
  /** Whether only this week's days are offered. */
  thisWeek: boolean;
  /** A time that the address names and that is not free. */
  goneStart: string | null;
  /** A date that the address names and that has no free times. */
  emptyDate: string | null;
}

interface ReadableParams {
  get(name: string): string | null;
}

const datePattern = /^\d{4}-\d{2}-\d{2}$/;
const monthPattern = /^\d{4}-(0[1-9]|1[0-2])$/;

function readMonth(view: WizardView, wanted: string | null, day: DayView | null): string {
  const first = monthOf(view.today);
  const last = monthOf(view.lastDate);
  const fallback = monthOf(day?.date ?? view.days[0]?.date ?? view.today);
  if (!wanted || !monthPattern.test(wanted)) return fallback;
  if (wanted < first) return first;
  return wanted > last ? last : wanted;
}

/** The address is the wizard's only memory of what was chosen: Back, reload and sharing follow. */
export function readPlace(view: WizardView, params: ReadableParams): Place {
  const time = params.get('time');
  const date = params.get('date');
  const dayOfTime = time ? view.days.find((day) => day.slots.some((s) => s.start === time)) : null;
  const day = dayOfTime ?? view.days.find((each) => each.date === date) ?? null;
  const slot = dayOfTime?.slots.find((each) => each.start === time) ?? null;
  return {
    step: slot ? 'confirm' : day ? 'time' : 'date',
    day,
    slot,
    month: readMonth(view, params.get('month'), day),
    thisWeek: params.get('show') === 'week',
    goneStart: time && !slot ? time : null,
    emptyDate: date && datePattern.test(date) && !day && !time ? date : null,
  };
}

/** The days on offer: all of them, or what is left of this week. */
export function offeredDays(view: WizardView, thisWeek: boolean): DayView[] {
  return thisWeek ? view.days.filter((day) => day.date <= view.weekEnd) : view.days;
}

export interface PlaceParams {
  date?: string | undefined;
  time?: string | undefined;
  month?: string | undefined;
  thisWeek?: boolean;
}

/** The address of a place. Times keep their colons: they are legal there, and read better. */
export function placeHref(view: WizardView, params: PlaceParams): string {
  const query = [
    params.date && `date=${params.date}`,
    params.time && `time=${params.time}`,
    params.month && `month=${params.month}`,
    params.thisWeek && 'show=week',
  ].filter(Boolean);
  if (query.length === 0) return view.basePath;
  return view.basePath + (view.basePath.includes('?') ? '&' : '?') + query.join('&');
}
