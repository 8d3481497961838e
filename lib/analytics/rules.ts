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

/** A wizard, and the choices that its address holds. */
export interface WizardPlace {
  courseId: string;
  /** Named by the path, and so not chosen in the wizard. */
  preselectedSt: string | null;
  st: string | null;
  date: string | null;
  time: string | null;
}

/** The event of a wizard that has just been opened. */
export function pageView({ courseId, preselectedSt }: WizardPlace): WizardEvent {
  const data = { course_id: courseId, st_preselected: preselectedSt !== null };
  return { name: 'page_view', data };
}

/** The choices that an address holds, in the order of the wizard's steps. */
export function choicesIn({ preselectedSt, st, date, time }: WizardPlace): WizardEvent[] {
  const teacher = preselectedSt ?? st;
  const events: WizardEvent[] = [];
  if (st && !preselectedSt) events.push({ name: 'st_selected', data: { st_id: st } });
  if (date) events.push({ name: 'date_selected', data: { date } });
  if (time && teacher) events.push({ name: 'time_selected', data: { time, st_id: teacher } });
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
  const lastChoice = choicesIn(place).at(-1);
  return [...(cameFromWizard ? [] : [pageView(place)]), ...(lastChoice ? [lastChoice] : [])];
}

/** The address of the image that tells of `event`; `id` is the event's own. */
export function seenHref(courseId: string, id: string, event: WizardEvent): string {
  const sent = { ...event, id, course_id: courseId, ms_ago: 0 };
  return `${SEEN_PATH}?${new URLSearchParams({ event: JSON.stringify(sent) })}`;
}
