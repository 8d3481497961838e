'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { alternativeViews } from '@/lib/booking/calendar-views';
import { canBookAnotherSlot, DASHBOARD_LINK, recoveryLink } from '@/lib/booking/recovery-link';
import type { ConfirmState, Refusal } from '@/lib/booking/view-model';
import { wizardHref, wizardPath } from '@/lib/booking/wizard-address';
import { db } from '@/lib/db/client';
import { defineAction } from '@/lib/http/action';
import { isRateLimited } from '@/lib/http/rate-limits/is-rate-limited';
import { TOO_MANY_REQUESTS_MESSAGE } from '@/lib/http/rate-limits/messages';
import { bookSession } from '@/lib/sessions/book-session';
import { BOOK_SESSION_FORM_MESSAGES, BOOK_SESSION_MESSAGES } from '@/lib/sessions/messages';
import type { BookSessionCode } from '@/lib/sessions/plan-session';
import { bookSessionForm } from '@/lib/sessions/schema';
import { readCourseOffers } from '@/lib/student-teachers/course-offers';
import { nextBestSlots } from '@/lib/student-teachers/next-best-slots';
import { listOfferingSts } from '@/lib/student-teachers/offering-sts';
import type { Instant } from '@/lib/time/intervals';
import { DEFAULT_TIME_ZONE } from '@/lib/time/zone-names';
import type { Viewer } from '@/lib/users/queries';
import { sendMailAfterResponse } from '../send-due-mail';

export const confirmSession = defineAction({
  name: 'confirmSession',
  schema: bookSessionForm,
  run: async ({ viewer, input, form }): Promise<ConfirmState> => {
    const now = new Date();
    if (await isRateLimited('booking', viewer.id)) {
      const message = TOO_MANY_REQUESTS_MESSAGE;
      return { ...keptFields(form), code: 'TOO_MANY_REQUESTS', message, retryable: true };
    }
    const outcome = await bookSession(db(), { viewer, ...input, now });
    if (outcome.ok) {
      sendMailAfterResponse();
      // Back must show the times that are left, not the form that was already sent.
      revalidatePath('/', 'layout');
      redirect(`/booking/confirmation?session=${outcome.value.id}`);
    }
    const { code } = outcome;
    const refusal = { ...keptFields(form), code, message: BOOK_SESSION_MESSAGES[code] };
    if (code === 'SESSION_CANCELLED' || code === 'HOLD_EXPIRED') {
      return { ...refusal, retryable: true, nextKey: crypto.randomUUID() };
    }
    const asked = { ...input, pageStId: form.get('st_id') };
    return { ...refusal, ...(await recoveryOptions(viewer, code, asked, now)) };
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

/** A refusal must not lose what the user entered. */
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

interface SlotAskedFor {
  stId: string;
  start: Instant;
  /** The ST of the page; its buttons may book with another one. */
  pageStId: FormDataEntryValue | null;
}

/** Other times or a link, so that no refusal is a dead end. */
async function recoveryOptions(
  viewer: Viewer,
  code: BookSessionCode,
  { stId, start, pageStId }: SlotAskedFor,
  now: Date,
): Promise<Pick<Refusal, 'alternatives' | 'action'>> {
  const viewed = { viewerId: viewer.id, now };
  const offers = await readCourseOffers(db(), { stId, ...viewed });
  if (!offers) return { alternatives: [], action: DASHBOARD_LINK };
  const courseId = offers.course.id;
  const action = recoveryLink(code, courseId);
  if (!canBookAnotherSlot(code)) return { alternatives: [], action };
  const sts = await listOfferingSts(db(), { courseId, ...viewed });
  const slots = nextBestSlots(sts, { stId, start });
  return {
    action,
    alternatives: alternativeViews(slots, {
      zone: viewer.timezone ?? DEFAULT_TIME_ZONE,
      stId: String(pageStId),
      href: ({ stId, ...choice }) => wizardHref(wizardPath(courseId, stId), choice),
    }),
  };
}
