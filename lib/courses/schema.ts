import { z } from 'zod';
import { instant, uuid } from '@/lib/http/schema';

export const courseAnswer = z
  .object({
    course_id: uuid,
    title: z.string(),
    description: z.string(),
    session_count: z.int().meta({ description: 'Number of sessions in an enrollment' }),
    session_minutes: z.int(),
    price_per_session_cents: z.int().nullable().meta({
      description: 'In the smallest unit of `currency`; null if sessions are included',
    }),
    currency: z.string().meta({ description: 'ISO 4217, lower case', example: 'usd' }),
    enrollment: z
      .object({
        enrollment_id: uuid,
        session_count: z.int(),
        sessions_left: z.int().meta({ description: 'Number of sessions that can still be booked' }),
        deferred_at: instant
          .nullable()
          .meta({ description: 'When the student chose Schedule Later' }),
      })
      .nullable()
      .meta({ description: "The viewer's active enrollment; null if there is none" }),
  })
  .meta({ id: 'Course' });
