import { z } from 'zod';
import { instant, timeZone, uuid } from '@/lib/http/schema';
import { AvailabilityExceptionKind, Weekday } from '@/prisma/client/enums';

const clockTime = z.string().meta({ description: 'HH:MM, local time', example: '09:00' });

const weeklyWindow = z
  .object({
    day_of_week: z.enum(Weekday),
    start_time: clockTime,
    end_time: clockTime.meta({ description: 'HH:MM, exclusive; 24:00 is the end of the day' }),
    timezone: timeZone,
  })
  .meta({ id: 'Availability' });

const exception = z
  .object({ kind: z.enum(AvailabilityExceptionKind), starts_at: instant, ends_at: instant })
  .meta({ id: 'AvailabilityException', description: 'A dated exception to the weekly windows' });

/** The response of `GET /api/sts/{id}/availability`. */
export const availabilityAnswer = z.object({
  st_id: uuid,
  course_id: uuid,
  is_active: z.boolean().meta({ description: 'Whether the ST can be booked' }),
  timezone: timeZone.nullable().meta({ description: "The ST's own time zone" }),
  session_minutes: z.int(),
  buffer_minutes: z.int().meta({ description: 'Minutes kept free after each session' }),
  slot_step_minutes: z.int().meta({ description: 'Minutes of elapsed time between slot starts' }),
  min_notice_hours: z
    .int()
    .meta({ description: 'Minimum notice: hours between booking and start' }),
  booking_horizon_days: z
    .int()
    .meta({ description: 'Booking horizon: days ahead that can be booked' }),
  availability: z.array(weeklyWindow),
  exceptions: z.array(exception),
});

const interval = z
  .object({ start: instant, end: instant })
  .meta({ id: 'Interval', description: 'Half-open: includes start, excludes end' });

/** When an ST is busy. Touching intervals are merged, so the response does not reveal who booked or how many sessions there are. */
export const busyAnswer = z.object({
  st_id: uuid,
  from: instant,
  to: instant,
  busy: z.array(interval).meta({ description: 'Sorted, not overlapping; includes buffers' }),
});

/** The response of `GET /api/sts/{id}/slots`. */
export const slotsAnswer = z.object({
  st_id: uuid,
  from: instant,
  to: instant,
  slots: z.array(interval).meta({ description: 'Sorted; only times when the viewer is free' }),
});
