import { z } from 'zod';
import { instant, uuid } from '@/lib/http/schema';

/** A course as the HTTP API tells of it. */
export const courseAnswer = z
  .object({
    course_id: uuid,
    title: z.string(),
    description: z.string(),
    session_count: z.int().meta({ description: 'Sessions that an enrollment includes' }),
    session_minutes: z.int(),
    price_per_session_cents: z.int().nullable().meta({
      description: 'In the smallest unit of `currency`; null when sessions are included',
    }),
    currency: z.string().meta({ description: 'ISO 4217, lower case', example: 'usd' }),
    enrollment: z
      .object({
        enrollment_id: uuid,
        session_count: z.int(),
        sessions_left: z.int().meta({ description: 'Sessions that can still be booked' }),
        deferred_at: instant.nullable().meta({ description: 'When Schedule Later was chosen' }),
      })
      .nullable()
      .meta({ description: "The viewer's own; null unless it is active" }),
  })
  .meta({ id: 'Course' });
