'use server';

import { redirect } from 'next/navigation';
import type { EnrollState } from '@/components/courses/enroll-state';
import type { ScheduleLaterState } from '@/lib/booking/view-model';
import { wizardHref, wizardPath } from '@/lib/booking/wizard-address';
import { db } from '@/lib/db/client';
import { deferEnrollment } from '@/lib/enrollments/defer-enrollment';
import { enroll } from '@/lib/enrollments/enroll';
import {
  DEFER_ENROLLMENT_FAILED_MESSAGE,
  DEFER_ENROLLMENT_MESSAGES,
  ENROLL_FAILED_MESSAGE,
  ENROLL_MESSAGES,
} from '@/lib/enrollments/messages';
import { deferForm, enrollForm } from '@/lib/enrollments/schema';
import { defineAction } from '@/lib/http/action';
import { sendMailAfterResponse } from '../send-due-mail';

export const enrollInCourse = defineAction({
  name: 'enroll',
  schema: enrollForm,
  run: async ({ viewer, input }): Promise<EnrollState> => {
    const outcome = await enroll(db(), { viewer, courseId: input.course_id });
    if (!outcome.ok) return { error: ENROLL_MESSAGES[outcome.code] };
    redirect(`/courses/${outcome.value.courseId}`);
  },
  invalid: () => ({ error: ENROLL_MESSAGES.COURSE_NOT_FOUND }),
  failed: () => ({ error: ENROLL_FAILED_MESSAGE }),
});

export const scheduleLater = defineAction({
  name: 'scheduleLater',
  schema: deferForm,
  run: async ({ viewer, input }): Promise<ScheduleLaterState> => {
    const request = { viewer, enrollmentId: input.enrollment_id, now: new Date() };
    const outcome = await deferEnrollment(db(), request);
    if (!outcome.ok) return { error: DEFER_ENROLLMENT_MESSAGES[outcome.code] };
    sendMailAfterResponse();
    redirect(wizardHref(wizardPath(outcome.value.courseId), { later: true }));
  },
  invalid: () => ({ error: DEFER_ENROLLMENT_MESSAGES.NOT_ENROLLED }),
  failed: () => ({ error: DEFER_ENROLLMENT_FAILED_MESSAGE }),
});
