import type { z } from 'zod';
import type { SessionDetail } from '@/lib/sessions/queries';
import type { sessionAnswer } from '@/lib/sessions/schema';

export function sessionOf(
  detail: SessionDetail,
  viewer: { id: string },
): z.input<typeof sessionAnswer> {
  const { id, course, student, teacher } = detail;
  return {
    session_id: id,
    status: detail.status,
    scheduled_start: detail.scheduledStart.toISOString(),
    scheduled_end: detail.scheduledEnd.toISOString(),
    hold_expires_at: detail.holdExpiresAt?.toISOString() ?? null,
    role: student.id === viewer.id ? 'student' : 'st',
    course: { course_id: course.id, title: course.title },
    st: { st_id: detail.stId, ...personOf(teacher) },
    student: { student_id: student.id, ...personOf(student) },
    note: detail.note,
    reminders: detail.reminders,
  };
}

function personOf({ name, avatarUrl, timezone }: SessionDetail['student']) {
  return { name, avatar: avatarUrl, timezone };
}
