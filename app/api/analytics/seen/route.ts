import { z } from 'zod';
import { recordSeenEvent } from '@/lib/analytics/record-events';
import { recordedAnswer, seenEvent } from '@/lib/analytics/schema';
import { db } from '@/lib/db/client';
import { methodHandlers } from '@/lib/http/api/method-handlers';
import { defineRoute } from '@/lib/http/api/route';
import { ok } from '@/lib/result';

/**
 * A tracking pixel for browsers without JavaScript. It writes although it is a GET, so requests from
 * other sites are refused.
 */
export const GET = defineRoute(
  {
    name: 'recordSeenEvent',
    summary: 'Record a wizard event without JavaScript',
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
