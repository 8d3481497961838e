import { millisecondsInDay } from 'date-fns/constants';
import { z } from 'zod';
import { isSupportedTime } from '@/lib/time/supported-range';
import { isTimeZone } from '@/lib/time/zone-offsets';

// Schemas that several endpoints share. `meta` goes into the OpenAPI document.

const MAX_RANGE_DAYS = 92;

export const uuid = z.uuid().meta({ id: 'Id' });

/** Path parameters of a single resource, such as `/api/courses/{id}`. */
export const idParams = z.object({ id: uuid });

/** An id in a request, in upper or lower case. */
export const idInput = z.uuid().toLowerCase();

/** An instant in a response. */
export const instant = z.iso.datetime().meta({
  id: 'Instant',
  description: 'UTC, with milliseconds',
  example: '2026-03-03T15:00:00.000Z',
});

export const timeZone = z.string().meta({
  id: 'TimeZone',
  description: 'An IANA time zone name',
  example: 'America/New_York',
});

/** A time zone in a request. */
export const timeZoneInput = z
  .string()
  .max(64)
  .refine(isTimeZone, 'Must be an IANA time zone, such as Europe/Berlin')
  .meta({ description: 'An IANA time zone name', example: 'America/New_York' });

const formats = {
  instant: z.iso
    .datetime({ offset: true })
    .meta({ description: 'An instant, with `Z` or an offset' }),
  localTime: z.iso.datetime({ local: true }).meta({
    description: 'A local time in `timezone`',
    example: '2026-03-03T10:00:00',
    override: { format: undefined, pattern: String.raw`^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$` },
  }),
  date: z.iso.date().meta({ description: 'Midnight UTC on this date' }),
};

/** An instant or a local time in a request. */
export const timeInput = z
  .union([formats.instant, formats.localTime], 'Must be ISO 8601, such as 2026-03-03T15:00:00Z')
  .refine(isSupportedTime, 'The year must be between 1970 and 2199');

const moment = z
  .union(
    [formats.instant, formats.date],
    'Must be ISO 8601, such as 2026-03-03T15:00:00Z or 2026-03-03',
  )
  .refine(isSupportedTime, { error: 'The year must be between 1970 and 2199', abort: true })
  .transform((text) => new Date(text));

/** A range of instants; `to` is exclusive. */
export const optionalRange = z.object({ from: moment.optional(), to: moment.optional() });

/** A required range, with a maximum length to limit the work of a request. */
export const boundedRange = z
  .object({ from: moment, to: moment })
  .refine(({ from, to }) => from < to, { path: ['to'], message: 'Must be after from' })
  .refine(({ from, to }) => to.getTime() - from.getTime() <= MAX_RANGE_DAYS * millisecondsInDay, {
    path: ['to'],
    message: `Must be at most ${MAX_RANGE_DAYS} days after from`,
  });
