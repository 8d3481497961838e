import { isoOrNull } from '@/app/api/_answers/time';
import { findCourse } from '@/lib/courses/queries';
import { db } from '@/lib/db/client';
import { methodHandlers } from '@/lib/http/method-handlers';
import { defineRoute } from '@/lib/http/route';
import { idParams } from '@/lib/http/schema';
import { ok, refuse } from '@/lib/result';
import { listOfferingSts } from '@/lib/student-teachers/offering-sts';
import { stsAnswer } from '@/lib/student-teachers/schema';

export const GET = defineRoute(
  {
    name: 'listCourseSts',
    summary: 'The active Student-Teachers of a course, excluding the viewer',
    params: idParams,
    answer: stsAnswer,
  },
  async ({ viewer, params }) => {
    const now = new Date();
    const [course, sts] = await Promise.all([
      findCourse(db(), params.id),
      listOfferingSts(db(), { courseId: params.id, viewerId: viewer.id, now }),
    ]);
    if (!course) return refuse('NOT_FOUND');
    return ok({
      sts: sts.map(({ id, user, studentsTaught, rating, starts }) => ({
        st_id: id,
        name: user.name,
        avatar: user.avatarUrl,
        students_taught: studentsTaught,
        rating,
        timezone: user.timezone,
        next_free_time: isoOrNull(starts[0]),
      })),
    });
  },
);

export const { HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = methodHandlers({ GET });
