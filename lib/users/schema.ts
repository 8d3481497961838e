import { z } from 'zod';
import { currentZoneName } from '@/lib/time/zone-names';

const ADDRESS_MAX_LENGTH = 320;
const ZONE_MAX_LENGTH = 64;

/** An email address as it is stored. */
export const emailAddress = z.string().trim().toLowerCase().max(ADDRESS_MAX_LENGTH).pipe(z.email());

// PostgreSQL raises an error for text with a NUL.
const ZONE_NAME = /^[\w+/-]+$/;

/** The command checks that the zone is in the time_zones table. */
export const changeTimeZoneForm = z.object({
  time_zone: z.string().max(ZONE_MAX_LENGTH).regex(ZONE_NAME).transform(currentZoneName),
});
