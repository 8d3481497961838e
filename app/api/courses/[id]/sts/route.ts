import { isoOrNull } from '@/app/api/_answers/time';
import { db } from '@/lib/db/client';
import { methodHandlers } from '@/lib/http/api/method-handlers';
import { defineRoute } from '@/lib/http/api/route';
import { idParams } from '@/lib/http/schema';
import { ok, refuse } from '@/lib/result';
import { readCourseOffers } from '@/lib/student-teachers/course-offers';
import { courseSts } from '@/lib/student-teachers/course-sts';
import { stsAnswer } from '@/lib/student-teachers/schema';

export const GET = defineRoute(
  {
    name: 'listCourseSts',
    summary: 'The active Student-Teachers of a course, excluding the viewer',
    params: idParams,
    description:
      'For every signed-in person. Only a student who is enrolled in the course gets next_free_time, and ' +
      'the STs sorted by it, earliest first. Everyone else gets null, and the STs sorted by name.',
    answer: stsAnswer,
  },
  async ({ viewer, params }) => {
    const now = new Date();
    const query = { courseId: params.id, viewerId: viewer.id, now };
    const offers = await readCourseOffers(db(), query);
    if (!offers) return refuse('NOT_FOUND');
    return ok({
      sts: courseSts(offers, now.getTime()).map(
        ({ id, user, studentsTaught, rating, nextFree }) => ({
          st_id: id,
          name: user.name,
          avatar: user.avatarUrl,
          students_taught: studentsTaught,
          rating,
          timezone: user.timezone,
          next_free_time: isoOrNull(nextFree),
        }),
      ),
    });
  },
);

export const { HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = methodHandlers({ GET });
