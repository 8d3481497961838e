import { recordWizardEvents } from '@/lib/analytics/record-events';
import { eventBatch, recordedAnswer } from '@/lib/analytics/schema';
import { db } from '@/lib/db/client';
import { methodHandlers } from '@/lib/http/method-handlers';
import { defineRoute } from '@/lib/http/route';
import { ok } from '@/lib/result';

export const POST = defineRoute(
  {
    name: 'recordEvents',
    summary: 'Record what happened in a browser',
    description:
      'The events that only the client sees. Confirmed clicks and what came of them, and "Schedule ' +
      'Later", are recorded by the server. A batch may be sent again: each id is kept once.',
    limit: 'analytics',
    body: eventBatch,
    answer: recordedAnswer,
  },
  async ({ viewer, body }) => {
    const { events } = body;
    return ok({ recorded: await recordWizardEvents(db(), { viewer, events, now: new Date() }) });
  },
);

export const { GET, HEAD, OPTIONS, PUT, PATCH, DELETE } = methodHandlers({ POST });
