import { z } from 'zod';
import { currentZoneName } from '@/lib/time/zone-names';

const ZONE_MAX_LENGTH = 64;

/** The command checks that the zone is in the time_zones table. */
export const changeTimeZoneForm = z.object({
  time_zone: z.string().min(1).max(ZONE_MAX_LENGTH).transform(currentZoneName),
});
