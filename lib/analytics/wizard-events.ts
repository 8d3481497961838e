import { millisecondsInDay, millisecondsInMinute } from 'date-fns/constants';

/** Where browsers send what happened in them. */
export const EVENTS_PATH = '/api/analytics/events';

/** The address of the image that a page shows where there is no JavaScript to send anything. */
export const SEEN_PATH = '/api/analytics/seen';

/** A batch of this many events, with every field as long as it may be, fits a request's body. */
export const BATCH_LIMIT = 40;

/** What waited longer than this to be sent is recorded as if it had happened this long ago. */
export const MAX_AGE_MS = millisecondsInDay;

/** Without a script, the same choice counts again when so much time has gone by. */
export const VISIT_MS = 30 * millisecondsInMinute;

/** What only a browser sees happen, with the specification's data. */
export type WizardEvent =
  | { name: 'page_view'; data: { course_id: string; st_preselected: boolean } }
  | { name: 'st_selected'; data: { st_id: string } }
  | { name: 'date_selected'; data: { date: string } }
  | { name: 'time_selected'; data: { time: string; st_id: string } };

/** The choices that an address holds. */
export interface Choices {
  stId: string | null;
  date: string | null;
  time: string | null;
}

/** A wizard, and the choices that its address holds. */
export interface WizardPlace extends Choices {
  courseId: string;
  /** Named by the path, and so not chosen in the wizard. */
  preselectedStId: string | null;
}

/** The event of a wizard that has just been opened. */
export function pageView({ courseId, preselectedStId }: WizardPlace): WizardEvent {
  const data = { course_id: courseId, st_preselected: preselectedStId !== null };
  return { name: 'page_view', data };
}

/** The choices that an address holds, in the order of the wizard's steps. */
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

/** Two events of one wizard with the same key tell the same. */
export function eventKey(event: WizardEvent): string {
  return JSON.stringify(event);
}

/**
 * What a page load without JavaScript tells. A link of the wizard adds choices to those `before` it.
 * Anything else opens the wizard, with the last choice that its address holds.
 */
export function eventsOfLoad(place: WizardPlace, before: Choices | null): WizardEvent[] {
  const choices = choicesIn(place);
  if (!before) return [pageView(place), ...choices.slice(-1)];
  const known = new Set(choicesIn({ ...place, ...before }).map(eventKey));
  return choices.filter((choice) => !known.has(eventKey(choice)));
}

/** The address of the image that tells of `event`; `id` is the event's own. */
export function seenHref(courseId: string, id: string, event: WizardEvent): string {
  const sent = { ...event, id, course_id: courseId, ms_ago: 0 };
  return `${SEEN_PATH}?${new URLSearchParams({ event: JSON.stringify(sent) })}`;
}
