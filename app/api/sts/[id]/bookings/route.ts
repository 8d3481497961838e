import { intervalOf } from '@/app/api/_answers/time';
import { busyAnswer } from '@/lib/availability/schema';
import { db } from '@/lib/db/client';
import { methodHandlers } from '@/lib/http/api/method-handlers';
import { defineRoute } from '@/lib/http/api/route';
import { boundedRange, idParams } from '@/lib/http/schema';
import { ok, refuse } from '@/lib/result';
import { readVisibleOffer } from '@/lib/student-teachers/course-offers';
import { clipInterval, mergeIntervals } from '@/lib/time/intervals';

export const GET = defineRoute(
  {
    name: 'listStBookings',
    summary: 'When a Student-Teacher is busy',
    description:
      'For the Student-Teacher and for students enrolled in the course. Sessions with their buffers, ' +
      'and holds. Adjacent ones are merged, so that they reveal neither who is booked nor how often.',
    params: idParams,
    query: boundedRange,
    answer: busyAnswer,
  },
  async ({ viewer, params, query: { from, to } }) => {
    const range = { start: from.getTime(), end: to.getTime() };
    const query = { stId: params.id, viewerId: viewer.id, now: new Date(), range };
    const offer = await readVisibleOffer(db(), query);
    if (!offer) return refuse('NOT_FOUND');
    const { st } = offer;
    return ok({
      st_id: st.id,
      from: from.toISOString(),
      to: to.toISOString(),
      busy: mergeIntervals(st.calendar.claims).map((claim) =>
        intervalOf(clipInterval(claim, range)),
      ),
    });
  },
);

export const { HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = methodHandlers({ GET });
