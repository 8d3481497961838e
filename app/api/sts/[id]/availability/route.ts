import { availabilityAnswer } from '@/lib/availability/schema';
import { db } from '@/lib/db/client';
import { methodHandlers } from '@/lib/http/api/method-handlers';
import { defineRoute } from '@/lib/http/api/route';
import { idParams } from '@/lib/http/schema';
import { ok, refuse } from '@/lib/result';
import { readVisibleOffer } from '@/lib/student-teachers/course-offers';
import type { Interval } from '@/lib/time/intervals';
import { iso } from '@/lib/time/iso';

export const GET = defineRoute(
  {
    name: 'getStAvailability',
    summary: "A Student-Teacher's availability and booking rules, up to the booking horizon",
    description:
      'For the Student-Teacher and for students enrolled in the course. Slots start every ' +
      'slot_step_minutes from the start of each available interval, after adjacent intervals are ' +
      'merged. Recent time off is included, because it can set where one starts.',
    params: idParams,
    answer: availabilityAnswer,
  },
  async ({ viewer, params }) => {
    const query = { stId: params.id, viewerId: viewer.id, now: new Date() };
    const offer = await readVisibleOffer(db(), query);
    if (!offer) return refuse('NOT_FOUND');
    const { course, st } = offer;
    const { rules, user, calendar } = st;
    return ok({
      st_id: st.id,
      course_id: course.id,
      is_active: st.isActive,
      timezone: user.timezone,
      session_minutes: rules.sessionMinutes,
      buffer_minutes: rules.bufferMinutes,
      slot_step_minutes: rules.slotStepMinutes,
      min_notice_hours: rules.minNoticeHours,
      booking_horizon_days: rules.bookingHorizonDays,
      availability: calendar.weeklyWindows.map((window) => ({
        day_of_week: window.dayOfWeek,
        start_time: window.startTime,
        end_time: window.endTime,
        timezone: window.timeZone,
      })),
      exceptions: [
        ...exceptions('time_off', calendar.timeOff),
        ...exceptions('extra_hours', calendar.extraWindows),
      ],
    });
  },
);

function exceptions<Kind extends string>(kind: Kind, intervals: readonly Interval[]) {
  return intervals.map(({ start, end }) => ({
    kind,
    starts_at: iso(start),
    ends_at: iso(end),
  }));
}

export const { HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = methodHandlers({ GET });
