import { z } from 'zod';
import { currentZoneName } from '@/lib/time/zone-names';

const ADDRESS_MAX_LENGTH = 320;
const ZONE_MAX_LENGTH = 64;

/** The same rule as is_email_address in the database. Browsers send other alphabets in punycode. */
const PLAIN_ADDRESS =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/;

/** An email address as it is stored. */
export const emailAddress = z
  .string()
  .trim()
  .toLowerCase()
  .max(ADDRESS_MAX_LENGTH)
  .pipe(z.email({ pattern: PLAIN_ADDRESS }));

// PostgreSQL raises an error for text with a NUL.
const ZONE_NAME = /^[\w+/-]+$/;

/** The command checks that the zone is in the time_zones table. */
export const changeTimeZoneForm = z.object({
  time_zone: z.string().max(ZONE_MAX_LENGTH).regex(ZONE_NAME).transform(currentZoneName),
});
