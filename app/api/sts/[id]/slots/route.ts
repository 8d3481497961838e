import { millisecondsInMinute } from 'date-fns/constants';
import { intervalOf } from '@/app/api/_answers/time';
import { slotsAnswer } from '@/lib/availability/schema';
import { db } from '@/lib/db/client';
import { methodHandlers } from '@/lib/http/api/method-handlers';
import { defineRoute } from '@/lib/http/api/route';
import { boundedRange, idParams } from '@/lib/http/schema';
import { ok, refuse } from '@/lib/result';
import { findOfferingSt } from '@/lib/student-teachers/offering-sts';
import { findVisibleStOffer } from '@/lib/student-teachers/queries';

export const GET = defineRoute(
  {
    name: 'listStSlots',
    summary: 'The times when the viewer can have a session with a Student-Teacher',
    description:
      'For the Student-Teacher and for students enrolled in the course. Slots that start within the ' +
      'range. Empty if the ST is inactive or is the viewer. Booking one also requires a session left.',
    params: idParams,
    query: boundedRange,
    answer: slotsAnswer,
  },
  async ({ viewer, params, query: { from, to } }) => {
    const st = await findVisibleStOffer(db(), { stId: params.id, viewerId: viewer.id });
    if (!st) return refuse('NOT_FOUND');
    const offering = await findOfferingSt(db(), {
      stId: st.id,
      courseId: st.courseId,
      viewerId: viewer.id,
      now: new Date(),
    });
    const length = st.rules.sessionMinutes * millisecondsInMinute;
    const starts = offering?.starts.filter((start) => start >= +from && start < +to) ?? [];
    return ok({
      st_id: st.id,
      from: from.toISOString(),
      to: to.toISOString(),
      slots: starts.map((start) => intervalOf({ start, end: start + length })),
    });
  },
);

export const { HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = methodHandlers({ GET });
