import { z } from 'zod';

export const calendarExportQuery = z.object({
  format: z.enum(['ics']).default('ics').meta({ description: 'iCalendar (RFC 5545)' }),
});
