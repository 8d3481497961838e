import { isoOrNull } from '@/app/api/_answers/time';
import { findCourse } from '@/lib/courses/queries';
import { db } from '@/lib/db/client';
import { findActiveEnrollment } from '@/lib/enrollments/queries';
import { methodHandlers } from '@/lib/http/api/method-handlers';
import { defineRoute } from '@/lib/http/api/route';
import { idParams } from '@/lib/http/schema';
import { ok, refuse } from '@/lib/result';
import { listCourseSts } from '@/lib/student-teachers/course-sts';
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
    const courseId = params.id;
    const [course, enrollment] = await Promise.all([
      findCourse(db(), courseId),
      findActiveEnrollment(db(), { studentId: viewer.id, courseId, now }),
    ]);
    if (!course) return refuse('NOT_FOUND');
    const sts = await listCourseSts(db(), { courseId, viewerId: viewer.id, enrollment, now });
    return ok({
      sts: sts.map(({ id, user, studentsTaught, rating, starts }) => ({
        st_id: id,
        name: user.name,
        avatar: user.avatarUrl,
        students_taught: studentsTaught,
        rating,
        timezone: user.timezone,
        next_free_time: isoOrNull(starts?.[0]),
      })),
    });
  },
);

export const { HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = methodHandlers({ GET });
