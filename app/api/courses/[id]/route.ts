import { findCourse } from '@/lib/courses/queries';
import { courseAnswer } from '@/lib/courses/schema';
import { db } from '@/lib/db/client';
import { findActiveEnrollment } from '@/lib/enrollments/queries';
import { methodHandlers } from '@/lib/http/api/method-handlers';
import { defineRoute } from '@/lib/http/api/route';
import { idParams } from '@/lib/http/schema';
import { ok, refuse } from '@/lib/result';

export const GET = defineRoute(
  {
    name: 'getCourse',
    summary: "A course, and the viewer's enrollment in it",
    params: idParams,
    answer: courseAnswer,
  },
  async ({ viewer, params }) => {
    const now = new Date();
    const [course, enrollment] = await Promise.all([
      findCourse(db(), params.id),
      findActiveEnrollment(db(), { studentId: viewer.id, courseId: params.id, now }),
    ]);
    if (!course) return refuse('NOT_FOUND');
    return ok({
      course_id: course.id,
      title: course.title,
      description: course.description,
      session_count: course.sessionCount,
      session_minutes: course.sessionMinutes,
      price_per_session_cents: course.pricePerSessionCents,
      currency: course.currency,
      enrollment: enrollment && {
        enrollment_id: enrollment.id,
        session_count: enrollment.sessionCount,
        sessions_left: enrollment.sessionsLeft,
        deferred_at: enrollment.deferredAt?.toISOString() ?? null,
      },
    });
  },
);

export const { HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = methodHandlers({ GET });
