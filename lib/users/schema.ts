import { z } from 'zod';
import { currentZoneName } from './rules';

const ADDRESS_MAX_LENGTH = 320;
const ZONE_MAX_LENGTH = 64;

/** The sign-in form. `next` is where the person was going. */
export const signInForm = z.object({
  email: z.string().trim().toLowerCase().max(ADDRESS_MAX_LENGTH).pipe(z.email()),
  next: z.string().optional(),
});

/** Whether Postgres knows the zone is the command's business. */
export const changeTimeZoneForm = z.object({
  time_zone: z.string().min(1).max(ZONE_MAX_LENGTH).transform(currentZoneName),
});
