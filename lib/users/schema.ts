import { z } from 'zod';
import { currentZoneName } from './rules';

const ADDRESS_MAX_LENGTH = 320;
const PATH_MAX_LENGTH = 2_000;
const ZONE_MAX_LENGTH = 64;

/** The sign-in form. `how` is the button that was pressed, `next` where the person was going. */
export const signInForm = z.object({
  email: z.string().trim().toLowerCase().max(ADDRESS_MAX_LENGTH).pipe(z.email()),
  how: z.enum(['demo', 'link']),
  next: z.string().max(PATH_MAX_LENGTH).optional(),
});

/** The command checks that the zone is in the time_zones table. */
export const changeTimeZoneForm = z.object({
  time_zone: z.string().min(1).max(ZONE_MAX_LENGTH).transform(currentZoneName),
});
