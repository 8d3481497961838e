/** Where browsers send what happened in them. */
export const EVENTS_PATH = '/api/analytics/events';

/** The address of the image that a page shows where there is no JavaScript to send anything. */
export const SEEN_PATH = '/api/analytics/seen';

/** A batch of this many events, with every field as long as it may be, fits a request's body. */
export const BATCH_LIMIT = 40;

/** What waited longer than this to be sent is recorded as if it had happened this long ago. */
export const MAX_AGE_MS = 24 * 3_600_000;

/** What only a browser sees happen, with the specification's data. */
export type WizardEvent =
  | { name: 'page_view'; data: { course_id: string; st_preselected: boolean } }
  | { name: 'st_selected'; data: { st_id: string } }
  | { name: 'date_selected'; data: { date: string } }
  | { name: 'time_selected'; data: { time: string; st_id: string } };

/** The wizard's choices as its address holds them. */
export interface WizardChoices {
  st: string | null;
  date: string | null;
  time: string | null;
}

/** A wizard and where one is in it. `preselectedSt` is named by the path and was not chosen in it. */
export interface WizardPlace extends WizardChoices {
  courseId: string;
  preselectedSt: string | null;
}

/** The event of a wizard that has just been opened. */
export function pageView({ courseId, preselectedSt }: WizardPlace): WizardEvent {
  const data = { course_id: courseId, st_preselected: preselectedSt !== null };
  return { name: 'page_view', data };
}

/**
 * What was chosen between two addresses of the same wizard, in the order of its steps. A choice that
 * was taken back, or that stayed as it was, is none. A date or time chosen anew counts again.
 */
export function choicesMade(before: WizardChoices, after: WizardPlace): WizardEvent[] {
  const { preselectedSt, date, time } = after;
  const st = preselectedSt ?? after.st;
  const events: WizardEvent[] = [];
  if (after.st && !preselectedSt && after.st !== before.st) {
    events.push({ name: 'st_selected', data: { st_id: after.st } });
  }
  if (date && date !== before.date) events.push({ name: 'date_selected', data: { date } });
  if (time && st && time !== before.time) {
    events.push({ name: 'time_selected', data: { time, st_id: st } });
  }
  return events;
}

/**
 * What a page load without JavaScript tells: that the wizard was opened, unless the load came from
 * the wizard itself, and the last choice that the address holds.
 */
export function eventsOfLoad(
  place: WizardPlace,
  { cameFromWizard }: { cameFromWizard: boolean },
): WizardEvent[] {
  const lastChoice = choicesMade({ st: null, date: null, time: null }, place).at(-1);
  return [...(cameFromWizard ? [] : [pageView(place)]), ...(lastChoice ? [lastChoice] : [])];
}
