'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import type { ConfirmState, Refusal } from '@/components/booking/view-model';
import { alternativeViews } from '@/components/booking/wizard-view';
import { defineAction } from '@/lib/action';
import { isTooMuch } from '@/lib/auth/limit';
import { db } from '@/lib/db';
import { TOO_MANY_REQUESTS_MESSAGE } from '@/lib/rate-limits/messages';
import { bookSession } from '@/lib/sessions/commands';
import { BOOK_SESSION_FORM_MESSAGES, BOOK_SESSION_MESSAGES } from '@/lib/sessions/messages';
import type { BookSessionCode } from '@/lib/sessions/rules';
import { bookSessionForm } from '@/lib/sessions/schema';
import { findSt, listOfferingSts } from '@/lib/student-teachers/queries';
import { nextBestSlots } from '@/lib/student-teachers/rules';
import type { Viewer } from '@/lib/users/queries';
import { DEFAULT_TIME_ZONE } from '@/lib/users/rules';
import { sendMailAfterResponse } from '../send-due-mail';

/** Books the slot of the wizard's form and shows the confirmation, or says why not. */
export const confirmSession = defineAction({
  name: 'confirmSession',
  schema: bookSessionForm,
  run: async ({ viewer, input, form }): Promise<ConfirmState> => {
    const now = new Date();
    if (await isTooMuch('booking', viewer.id)) {
      const message = TOO_MANY_REQUESTS_MESSAGE;
      return { ...keptFields(form), code: 'TOO_MANY_REQUESTS', message, retryable: true };
    }
    const outcome = await bookSession(db(), { viewer, ...input, now });
    if (outcome.ok) {
      sendMailAfterResponse();
      // Going back must show the times that are left, not the form that has done its work.
      revalidatePath('/', 'layout');
      redirect(`/booking/confirmation?session=${outcome.value.id}`);
    }
    return {
      ...keptFields(form),
      ...(await wayOut(viewer, outcome.code, input, now)),
      code: outcome.code,
      message: BOOK_SESSION_MESSAGES[outcome.code],
    };
  },
  invalid: (form, error) => {
    const noteTooLong = error.issues.some((issue) => issue.path[0] === 'note');
    const code = noteTooLong ? 'NOTE_TOO_LONG' : 'FORM_INCOMPLETE';
    return {
      ...keptFields(form),
      code,
      message: BOOK_SESSION_FORM_MESSAGES[code],
      retryable: noteTooLong,
    };
  },
  failed: (form) => ({
    ...keptFields(form),
    code: 'BOOKING_FAILED',
    message: BOOK_SESSION_FORM_MESSAGES.BOOKING_FAILED,
    retryable: true,
  }),
});

/** What the person typed and chose, so that a refusal loses none of it. */
function keptFields(form: FormData) {
  const note = form.get('note');
  return {
    status: 'refused' as const,
    note: typeof note === 'string' ? note : '',
    reminders: form.has('reminders'),
    retryable: false,
    alternatives: [],
  };
}

/** What a refusal offers instead: other times, or a place to go. */
async function wayOut(
  viewer: Viewer,
  code: BookSessionCode,
  { studentTeacherId, start }: { studentTeacherId: string; start: Date },
  now: Date,
): Promise<Pick<Refusal, 'alternatives' | 'action'>> {
  const noOtherTimeHelps = code === 'IDEMPOTENCY_KEY_REUSED' || code === 'NO_SESSIONS_LEFT';
  const st = noOtherTimeHelps ? null : await findSt(db(), studentTeacherId);
  if (!st) return { alternatives: [], action: { label: 'Back to Dashboard', href: '/dashboard' } };
  if (code === 'NOT_ENROLLED') {
    return { alternatives: [], action: { label: 'Enroll now', href: `/courses/${st.courseId}` } };
  }
  const sts = await listOfferingSts(db(), { courseId: st.courseId, viewerId: viewer.id, now });
  const slots = nextBestSlots(sts, { stId: studentTeacherId, start: start.getTime() });
  return {
    action: { label: 'Choose another Student-Teacher', href: `/courses/${st.courseId}/book` },
    alternatives: alternativeViews(slots, {
      zone: viewer.timezone ?? DEFAULT_TIME_ZONE,
      stId: studentTeacherId,
      path: (stId) => `/book/${stId}`,
    }),
  };
}
