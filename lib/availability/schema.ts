import { z } from 'zod';
import { instant, timeZone, uuid } from '@/lib/http/schema';
import { AvailabilityExceptionKind, Weekday } from '@/prisma/client/enums';

const clockTime = z.string().meta({ description: 'HH:MM on the wall clock', example: '09:00' });

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
  .meta({ id: 'AvailabilityException', description: 'A dated change of the week' });

/** How an ST takes sessions, as the HTTP API tells of it. */
export const availabilityAnswer = z.object({
  st_id: uuid,
  course_id: uuid,
  is_active: z.boolean().meta({ description: 'Whether the ST takes sessions at the moment' }),
  timezone: timeZone.nullable().meta({ description: 'The zone the ST reads times in' }),
  session_minutes: z.int(),
  buffer_minutes: z.int().meta({ description: 'Kept free after each session' }),
  slot_step_minutes: z.int().meta({ description: 'Between starts, of elapsed time' }),
  min_notice_hours: z.int().meta({ description: 'How far ahead a session must be booked' }),
  booking_horizon_days: z.int().meta({ description: 'How far ahead a session can be booked' }),
  availability: z.array(weeklyWindow),
  exceptions: z.array(exception),
});

const interval = z
  .object({ start: instant, end: instant })
  .meta({ id: 'Interval', description: 'From start up to, not including, end' });

/** When an ST is taken, as the HTTP API tells of it: not by whom, nor by how many. */
export const busyAnswer = z.object({
  st_id: uuid,
  from: instant,
  to: instant,
  busy: z.array(interval).meta({ description: 'Buffers included; in order, apart' }),
});

/** What can be booked, as the HTTP API tells of it. */
export const slotsAnswer = z.object({
  st_id: uuid,
  from: instant,
  to: instant,
  slots: z.array(interval).meta({ description: 'In order; those that the viewer is free for' }),
});
