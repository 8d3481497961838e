import { recordWizardEvents } from '@/lib/analytics/record-events';
import { eventBatch, recordedAnswer } from '@/lib/analytics/schema';
import { db } from '@/lib/db/client';
import { methodHandlers } from '@/lib/http/api/method-handlers';
import { defineRoute } from '@/lib/http/api/route';
import { ok } from '@/lib/result';

export const POST = defineRoute(
  {
    name: 'recordEvents',
    summary: 'Record wizard events',
    description:
      'The events that only the client sees. The server itself records booking attempts, their ' +
      'outcomes and "Schedule Later". A batch can be sent again: each id is recorded once.',
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
