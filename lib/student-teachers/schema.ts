import { z } from 'zod';
import { instant, timeZone, uuid } from '@/lib/http/schema';

/** The STs of a course as the HTTP API tells of them. */
export const stsAnswer = z.object({
  sts: z
    .array(
      z
        .object({
          st_id: uuid,
          name: z.string(),
          avatar: z.string().nullable().meta({ description: 'The address of a picture' }),
          students_taught: z.int(),
          rating: z
            .number()
            .nullable()
            .meta({ description: '1 to 5; null before the first review' }),
          timezone: timeZone.nullable(),
          next_free_time: instant
            .nullable()
            .meta({ description: 'When the next session with the viewer could start' }),
        })
        .meta({ id: 'StudentTeacher' }),
    )
    .meta({ description: 'Those with the soonest free time first' }),
});
