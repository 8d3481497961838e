import { sendMailAfterApiResponse } from '@/app/send-due-mail';
import { db } from '@/lib/db/client';
import { deferEnrollment } from '@/lib/enrollments/defer-enrollment';
import { deferredAnswer } from '@/lib/enrollments/schema';
import { methodHandlers } from '@/lib/http/api/method-handlers';
import { defineRoute } from '@/lib/http/api/route';
import { idParams } from '@/lib/http/schema';
import { ok, refuse } from '@/lib/result';

export const POST = defineRoute(
  {
    name: 'deferEnrollment',
    summary: 'Schedule Later',
    description:
      'Repeating it keeps the first timestamp; booking a session clears it. Needs no body.',
    params: idParams,
    answer: deferredAnswer,
  },
  async ({ viewer, params }) => {
    const now = new Date();
    const deferred = await deferEnrollment(db(), { viewer, enrollmentId: params.id, now });
    // Always 404, so that other people's enrollments are not revealed.
    if (!deferred.ok) return refuse('NOT_FOUND');
    sendMailAfterApiResponse();
    const { deferredAt } = deferred.value;
    return ok({ enrollment_id: params.id, deferred_at: deferredAt.toISOString() });
  },
);

export const { GET, HEAD, OPTIONS, PUT, PATCH, DELETE } = methodHandlers({ POST });
