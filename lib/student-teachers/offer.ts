import type { OfferRules } from '@/lib/availability/offered-times';
import type { Prisma } from '@/prisma/client/client';

/** The fields that determine an ST's offer; spread into a select. */
export const OFFER_FIELDS = {
  bufferMinutes: true,
  slotStepMinutes: true,
  minNoticeHours: true,
  bookingHorizonDays: true,
  course: { select: { sessionMinutes: true, pricePerSessionCents: true } },
} as const satisfies Prisma.StudentTeacherSelect;

type OfferRow = Prisma.StudentTeacherGetPayload<{ select: typeof OFFER_FIELDS }>;

export function offerRules({ course, ...st }: OfferRow): OfferRules {
  return {
    sessionMinutes: course.sessionMinutes,
    bufferMinutes: st.bufferMinutes,
    slotStepMinutes: st.slotStepMinutes,
    minNoticeHours: st.minNoticeHours,
    bookingHorizonDays: st.bookingHorizonDays,
  };
}
