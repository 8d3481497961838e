import { z } from 'zod';
import { recordSeenEvent } from '@/lib/analytics/record-events';
import { recordedAnswer, seenEvent } from '@/lib/analytics/schema';
import { db } from '@/lib/db/client';
import { methodHandlers } from '@/lib/http/method-handlers';
import { defineRoute } from '@/lib/http/route';
import { ok } from '@/lib/result';

/**
 * The image of a page that runs no JavaScript: asking for it tells what was seen. It writes although
 * it is asked for with GET, so no page of another site may ask.
 */
export const GET = defineRoute(
  {
    name: 'recordSeenEvent',
    summary: 'Record what happened in a browser without JavaScript',
    limit: 'analytics',
    headers: z.object({ 'sec-fetch-site': z.literal('same-origin').optional() }),
    query: seenEvent,
    answer: recordedAnswer,
  },
  async ({ viewer, query }) => {
    const { event } = query;
    return ok({ recorded: await recordSeenEvent(db(), { viewer, event, now: new Date() }) });
  },
);

export const { HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = methodHandlers({ GET });
