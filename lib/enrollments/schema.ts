import { z } from 'zod';

/** The form behind "Enroll now". */
export const enrollForm = z.object({ course_id: z.uuid() });

/** The form behind "Schedule Later". */
export const deferForm = z.object({ enrollment_id: z.uuid() });
