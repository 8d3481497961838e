import { z } from 'zod';

export const calendarExportQuery = z.object({
  format: z.enum(['ics']).default('ics').meta({ description: 'iCalendar (RFC 5545)' }),
});

/** The settings form. `change` is the button that was pressed. */
export const calendarFeedForm = z.object({ change: z.enum(['create', 'replace', 'remove']) });

/** The path of a feed: its token plus `.ics`, which calendar apps expect. */
export const feedParams = z.object({
  file: z
    .string()
    .regex(/^[\w-]{43}\.ics$/)
    .transform((file) => file.replace('.ics', '')),
});
