import { millisecondsInDay, millisecondsInMinute } from 'date-fns/constants';

export const EVENTS_PATH = '/api/analytics/events';

/** The tracking image for browsers without JavaScript. */
export const SEEN_PATH = '/api/analytics/seen';

/** A batch of this many events always fits the size limit of a request body. */
export const BATCH_LIMIT = 40;

/** Older events are recorded as if they were this old. */
export const MAX_AGE_MS = millisecondsInDay;

/** How long a visit lasts without JavaScript: a repeated choice within it is not counted. */
export const VISIT_MS = 30 * millisecondsInMinute;

/** The events that only a browser can observe, with the specification's data. */
export type WizardEvent =
  | { name: 'page_view'; data: { course_id: string; st_preselected: boolean } }
  | { name: 'st_selected'; data: { st_id: string } }
  | { name: 'date_selected'; data: { date: string } }
  | { name: 'time_selected'; data: { time: string; st_id: string } };

/** The choices in a URL. */
export interface Choices {
  stId: string | null;
  date: string | null;
  time: string | null;
}

/** A wizard and the choices in its URL. */
export interface WizardPlace extends Choices {
  courseId: string;
  /** The ST in the path, who was not chosen in the wizard. */
  preselectedStId: string | null;
}

export function pageView({ courseId, preselectedStId }: WizardPlace): WizardEvent {
  const data = { course_id: courseId, st_preselected: preselectedStId !== null };
  return { name: 'page_view', data };
}

/** One event per choice, in the order of the wizard's steps. */
export function choicesIn({ preselectedStId, stId, date, time }: WizardPlace): WizardEvent[] {
  const chosenStId = preselectedStId ?? stId;
  const events: WizardEvent[] = [];
  if (stId && !preselectedStId) events.push({ name: 'st_selected', data: { st_id: stId } });
  if (date) events.push({ name: 'date_selected', data: { date } });
  if (time && chosenStId) {
    events.push({ name: 'time_selected', data: { time, st_id: chosenStId } });
  }
  return events;
}

/** Identifies equal events of one wizard. */
export function eventKey(event: WizardEvent): string {
  return JSON.stringify(event);
}

/**
 * The events of a page load without JavaScript. A link within the wizard adds the choices that were not
 * in the URL `before`. Otherwise the page is a new visit, with the last choice in its URL.
 */
export function eventsOfLoad(place: WizardPlace, before: Choices | null): WizardEvent[] {
  const choices = choicesIn(place);
  if (!before) return [pageView(place), ...choices.slice(-1)];
  const known = new Set(choicesIn({ ...place, ...before }).map(eventKey));
  return choices.filter((choice) => !known.has(eventKey(choice)));
}

/** The URL of the tracking image for `event`. */
export function seenHref(courseId: string, id: string, event: WizardEvent): string {
  const sent = { ...event, id, course_id: courseId, ms_ago: 0 };
  return `${SEEN_PATH}?${new URLSearchParams({ event: JSON.stringify(sent) })}`;
}
