import { z } from 'zod';
import { instant, uuid } from '@/lib/http/schema';

/** The form behind "Enroll now". */
export const enrollForm = z.object({ course_id: z.uuid() });

/** The form behind "Schedule Later". */
export const deferForm = z.object({ enrollment_id: z.uuid() });

export const deferredAnswer = z.object({
  enrollment_id: uuid,
  deferred_at: instant.meta({ description: 'When the student first chose Schedule Later' }),
});
