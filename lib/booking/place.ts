import { BOOK_SESSION_MESSAGES } from '@/lib/sessions/messages';
import { monthOf } from '@/lib/time/calendar-dates';
import { readCompactStarts } from './compact-starts';
import { dayView, offeredDays } from './day-view';
import type { DayView, GoneTime, OfferedDay, SlotView, WizardData, WizardView } from './view-model';
import { type WizardAddress, type WizardParams, wizardHref } from './wizard-address';

/** The wizard's state, read from the URL. */
export interface Place {
  step: 'date' | 'time' | 'confirm';
  day: DayView | null;
  slot: SlotView | null;
  /** The displayed month, `2026-03`. */
  month: string;
  /** Whether to show only this week's days. */
  thisWeek: boolean;
  /** A time in the URL that is not free. */
  goneStart: string | null;
  /** A date in the URL that has no free times. */
  emptyDate: string | null;
}

/** Expands what the server sent. */
export function readWizard(data: WizardData): WizardView {
  return { ...data, days: offeredDays(readCompactStarts(data.starts), data.zone) };
}

function readMonth(view: WizardView, wanted: string | null, day: { date: string } | null): string {
  const first = monthOf(view.today);
  const last = monthOf(view.lastDate);
  const fallback = monthOf(day?.date ?? view.days[0]?.date ?? view.today);
  if (!wanted) return fallback;
  if (wanted < first) return first;
  return wanted > last ? last : wanted;
}

export function readPlace(view: WizardView, address: WizardAddress): Place {
  const { time, date, month, thisWeek } = address;
  const start = time === null ? Number.NaN : Date.parse(time);
  const dayOfTime = view.days.find((each) => each.starts.includes(start));
  const chosen = dayOfTime ?? view.days.find((each) => each.date === date);
  const day = chosen ? dayView(chosen, view) : null;
  const slot = (dayOfTime && day?.slots.find((each) => each.start === time)) ?? null;
  return {
    step: slot ? 'confirm' : day ? 'time' : 'date',
    day,
    slot,
    month: readMonth(view, month, day),
    thisWeek,
    goneStart: time && !slot ? time : null,
    emptyDate: date && !day && !time ? date : null,
  };
}

/** Why a time in the URL is not free. The server's answer may still be about an earlier URL. */
export function goneTime(view: WizardView, start: string): GoneTime {
  if (view.gone?.start === start) return view.gone;
  return { start, message: BOOK_SESSION_MESSAGES.SLOT_UNAVAILABLE, alternatives: [] };
}

/** All days with free times, or only those left this week. */
export function daysOnShow(view: WizardView, thisWeek: boolean): OfferedDay[] {
  return thisWeek ? view.days.filter((day) => day.date <= view.weekEnd) : view.days;
}

export function placeHref(view: WizardView, params: WizardParams): string {
  return wizardHref(view.path, { ...view.fixedParams, ...params });
}
