import { sessionOf } from '@/app/api/_answers/session';
import { db } from '@/lib/db/client';
import { methodHandlers } from '@/lib/http/api/method-handlers';
import { defineRoute } from '@/lib/http/api/route';
import { idParams } from '@/lib/http/schema';
import { ok, refuse } from '@/lib/result';
import { findSession } from '@/lib/sessions/queries';
import { sessionAnswer } from '@/lib/sessions/schema';

export const GET = defineRoute(
  {
    name: 'getSession',
    summary: "One of the viewer's sessions, as student or ST",
    params: idParams,
    answer: sessionAnswer,
  },
  async ({ viewer, params }) => {
    const detail = await findSession(db(), { sessionId: params.id, viewerId: viewer.id });
    return detail ? ok(sessionOf(detail, viewer)) : refuse('NOT_FOUND');
  },
);

export const { HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = methodHandlers({ GET });
