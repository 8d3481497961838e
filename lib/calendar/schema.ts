import { z } from 'zod';

export const calendarExportQuery = z.object({
  format: z.enum(['ics']).default('ics').meta({ description: 'iCalendar (RFC 5545)' }),
});

/** The settings form. `change` is the button that was pressed. */
export const calendarFeedForm = z.object({ change: z.enum(['create', 'replace', 'remove']) });

/** The path of a feed's file: its token, with the ending that calendars look for. */
export const feedParams = z.object({
  file: z
    .string()
    .regex(/^[\w-]{43}\.ics$/)
    .transform((file) => file.replace('.ics', '')),
});
