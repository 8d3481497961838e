import { z } from 'zod';
import { instant, timeZone, uuid } from '@/lib/http/schema';

export const stsAnswer = z.object({
  sts: z
    .array(
      z
        .object({
          st_id: uuid,
          name: z.string(),
          avatar: z.string().nullable().meta({ description: 'Image URL' }),
          students_taught: z.int(),
          rating: z
            .number()
            .nullable()
            .meta({ description: '1 to 5; null before the first review' }),
          timezone: timeZone.nullable(),
          next_free_time: instant.nullable().meta({
            description:
              'The next start that the viewer can book; null if there is none, or if the viewer is ' +
              'not enrolled in the course',
          }),
        })
        .meta({ id: 'StudentTeacher' }),
    )
    .meta({
      description: 'Sorted by next_free_time, earliest first; by name for who is not enrolled',
    }),
});
