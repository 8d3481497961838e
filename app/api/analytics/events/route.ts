import { recordWizardEvents } from '@/lib/analytics/commands';
import { eventBatch, recordedAnswer } from '@/lib/analytics/schema';
import { db } from '@/lib/db';
import { otherMethods } from '@/lib/other-methods';
import { ok } from '@/lib/result';
import { defineRoute } from '@/lib/route';

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

export const { GET, HEAD, OPTIONS, PUT, PATCH, DELETE } = otherMethods({ POST });
