import { millisecondsInMinute } from 'date-fns/constants';
import { intervalOf } from '@/app/api/_answers/time';
import { slotsAnswer } from '@/lib/availability/schema';
import { db } from '@/lib/db/client';
import { methodHandlers } from '@/lib/http/api/method-handlers';
import { defineRoute } from '@/lib/http/api/route';
import { boundedRange, idParams } from '@/lib/http/schema';
import { ok, refuse } from '@/lib/result';
import { readVisibleOffer } from '@/lib/student-teachers/course-offers';
import { startsIn } from '@/lib/student-teachers/offering-sts';

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
    const now = new Date();
    const query = { stId: params.id, viewerId: viewer.id, now };
    const offer = await readVisibleOffer(db(), query);
    if (!offer) return refuse('NOT_FOUND');
    const { st } = offer;
    const length = st.rules.sessionMinutes * millisecondsInMinute;
    const range = { start: from.getTime(), end: to.getTime() };
    const starts = st.user.id === viewer.id ? [] : startsIn(range, offer, now.getTime());
    return ok({
      st_id: st.id,
      from: from.toISOString(),
      to: to.toISOString(),
      slots: starts.map((start) => intervalOf({ start, end: start + length })),
    });
  },
);

export const { HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = methodHandlers({ GET });
