import { z } from 'zod';
import { isSupportedTime } from '@/lib/time/supported-range';
import { BATCH_LIMIT, MAX_AGE_MS } from './wizard-events';

const id = z.uuid().toLowerCase();
const instant = z.iso.datetime({ precision: 3 }).refine(isSupportedTime);
const date = z.iso.date().refine(isSupportedTime);

/** The data of the four events that browsers send. The database checks all eight events of the specification. */
const wizardData = {
  page_view: z.strictObject({ course_id: id, st_preselected: z.boolean() }),
  st_selected: z.strictObject({ st_id: id }),
  date_selected: z.strictObject({ date }),
  time_selected: z.strictObject({ time: instant, st_id: id }),
};

const envelope = {
  id: id.meta({ description: 'Chosen by the client. An event that is sent twice is stored once.' }),
  course_id: id.meta({ description: 'The course being booked' }),
  ms_ago: z
    .int()
    .min(0)
    .max(MAX_AGE_MS)
    .meta({ description: 'Milliseconds between the event and sending the batch' }),
};

const wizardEvent = z
  .discriminatedUnion('name', [
    z.strictObject({ ...envelope, name: z.literal('page_view'), data: wizardData.page_view }),
    z.strictObject({ ...envelope, name: z.literal('st_selected'), data: wizardData.st_selected }),
    z.strictObject({
      ...envelope,
      name: z.literal('date_selected'),
      data: wizardData.date_selected,
    }),
    z.strictObject({
      ...envelope,
      name: z.literal('time_selected'),
      data: wizardData.time_selected,
    }),
  ])
  .refine((event) => event.name !== 'page_view' || event.data.course_id === event.course_id, {
    path: ['data', 'course_id'],
    message: 'Must equal the course_id of the event',
  });

export type SentEvent = z.infer<typeof wizardEvent>;

/** A batch of events from one browser, in any order. */
export const eventBatch = z.strictObject({ events: z.array(wizardEvent).min(1).max(BATCH_LIMIT) });

/** One event, as JSON in the URL of an image. */
export const seenEvent = z.object({
  event: z.string().transform(parseJson).pipe(wizardEvent),
});

function parseJson(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue('Must be JSON');
    return z.NEVER;
  }
}

/** The number of new events. Duplicates and events with unknown ids do not count. */
export const recordedAnswer = z.object({ recorded: z.int() });
