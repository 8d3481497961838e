import { z } from 'zod';
import { isSupportedTime } from '@/lib/time/supported-range';
import { isTimeZone } from '@/lib/time/zone-offsets';

// What the HTTP API says in several places. `meta` is what its OpenAPI document says of it.

const DAY_MS = 24 * 3_600_000;
const MAX_RANGE_DAYS = 92;

export const uuid = z.uuid().meta({ id: 'Id' });

/** The path of one thing: `/api/courses/{id}`. */
export const idParams = z.object({ id: uuid });

/** An id as a request writes it, in either letter case. */
export const idInput = z.uuid().toLowerCase();

/** An instant as an answer gives it. */
export const instant = z.iso.datetime().meta({
  id: 'Instant',
  description: 'UTC, with milliseconds',
  example: '2026-03-03T15:00:00.000Z',
});

export const timeZone = z.string().meta({
  id: 'TimeZone',
  description: 'A name of the IANA time zone database',
  example: 'America/New_York',
});

/** A zone as a request names it. */
export const timeZoneInput = z
  .string()
  .max(64)
  .refine(isTimeZone, 'There is no time zone of this name')
  .meta({ description: 'A name of the IANA time zone database', example: 'America/New_York' });

const written = {
  instant: z.iso.datetime({ offset: true }).meta({ description: 'With `Z` or an offset' }),
  localTime: z.iso.datetime({ local: true }).meta({
    description: 'What the clocks of `timezone` show',
    example: '2026-03-03T10:00:00',
    override: { format: undefined, pattern: String.raw`^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$` },
  }),
  date: z.iso.date().meta({ description: 'Its first instant in UTC' }),
};

/** An instant, or the local time of some zone, as a request writes it. */
export const timeInput = z
  .union([written.instant, written.localTime], 'Write it like 2026-03-03T15:00:00Z')
  .refine(isSupportedTime, 'Years go from 1970 to 2199');

const moment = z
  .union([written.instant, written.date], 'Write it like 2026-03-03T15:00:00Z or 2026-03-03')
  .refine(isSupportedTime, { error: 'Years go from 1970 to 2199', abort: true })
  .transform((text) => new Date(text));

/** The instants asked about; `to` is exclusive. */
export const optionalRange = z.object({ from: moment.optional(), to: moment.optional() });

/** The same where there must be an end to the work. */
export const boundedRange = z
  .object({ from: moment, to: moment })
  .refine(({ from, to }) => from < to, { path: ['to'], message: 'Must be after from' })
  .refine(({ from, to }) => to.getTime() - from.getTime() <= MAX_RANGE_DAYS * DAY_MS, {
    path: ['to'],
    message: `At most ${MAX_RANGE_DAYS} days after from`,
  });
