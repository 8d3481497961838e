import { z } from 'zod';
import { RECKONING } from '@/lib/scheduling/available-intervals';
import { BATCH_LIMIT, MAX_AGE_MS } from './rules';

const id = z.uuid().toLowerCase();
const instant = z.iso.datetime({ precision: 3 }).refine(isReckoned);
const date = z.iso.date().refine(isReckoned);

/** Whether a date or instant lies in the years that slots are reckoned in. Nobody chose any other. */
export function isReckoned(text: string): boolean {
  const moment = Date.parse(text);
  return moment >= RECKONING.start && moment < RECKONING.end;
}

/** The specification's data of the events that browsers send; the database holds all eight to theirs. */
const wizardData = {
  page_view: z.strictObject({ course_id: id, st_preselected: z.boolean() }),
  st_selected: z.strictObject({ st_id: id }),
  date_selected: z.strictObject({ date }),
  time_selected: z.strictObject({ time: instant, st_id: id }),
};

const envelope = {
  id: id.meta({ description: 'Made by the sender. An event that is sent again is kept once.' }),
  course_id: id.meta({ description: 'The course whose wizard it happened in' }),
  ms_ago: z
    .int()
    .min(0)
    .max(MAX_AGE_MS)
    .meta({ description: 'How long ago it happened when the batch was sent' }),
};

const wizardEvent = z.discriminatedUnion('name', [
  z.strictObject({ ...envelope, name: z.literal('page_view'), data: wizardData.page_view }),
  z.strictObject({ ...envelope, name: z.literal('st_selected'), data: wizardData.st_selected }),
  z.strictObject({ ...envelope, name: z.literal('date_selected'), data: wizardData.date_selected }),
  z.strictObject({ ...envelope, name: z.literal('time_selected'), data: wizardData.time_selected }),
]);

/** What happened in one browser, in any order. */
export const eventBatch = z.strictObject({
  events: z
    .array(wizardEvent.refine(namesOneCourse, 'data.course_id must be the course_id'))
    .min(1)
    .max(BATCH_LIMIT),
});

export type SentEvent = z.infer<typeof eventBatch>['events'][number];

function namesOneCourse(event: z.infer<typeof wizardEvent>): boolean {
  return event.name !== 'page_view' || event.data.course_id === event.course_id;
}
