import { z } from 'zod';
import {
  idInput,
  instant,
  optionalRange,
  timeInput,
  timeZone,
  timeZoneInput,
  uuid,
} from '@/lib/http/schema';
import { isLocalTime } from '@/lib/time/resolve-instant';
import { SessionStatus } from '@/prisma/client/enums';
import { NOTE_MAX_LENGTH } from './limits';

/** A start as the wizard writes it, in a form that no other text of the same instant has. */
const formStart = z.iso.datetime({ precision: 3 });

/** A time with an ST, as a button offers it: `<st_id> <ISO instant>`. */
const offeredSlot = z
  .string()
  .transform((value) => {
    const [st_id, start] = value.split(' ');
    return { st_id, start };
  })
  .pipe(z.object({ st_id: idInput, start: formStart }));

// Browsers send line ends as two characters but count them as one; Postgres stores no NUL.
const note = z
  .string()
  .transform((text) => text.replaceAll('\r\n', '\n').replaceAll('\0', '').trim())
  .pipe(z.string().max(NOTE_MAX_LENGTH))
  .transform((text) => text || null);

/** The wizard's form. `instead`, from a button that offers another slot, replaces ST and start. */
export const bookSessionForm = z
  .object({
    st_id: idInput,
    start: formStart,
    note: note.default(null),
    reminders: z.literal('on').optional(),
    idempotency_key: z.uuid(),
    instead: offeredSlot.optional(),
  })
  .transform(({ instead, ...form }) => {
    const { st_id, start } = instead ?? form;
    return {
      stId: st_id,
      start: new Date(start),
      note: form.note,
      reminders: form.reminders === 'on',
      // One form may book several times in turn, each of them once.
      idempotencyKey: `${form.idempotency_key} ${st_id} ${start}`,
    };
  });

/** A session asked for through the HTTP API. Whose, which course and until when may be left out. */
export const bookSessionRequest = z
  .object({
    course_id: idInput.optional().meta({ description: 'The course that the ST teaches' }),
    st_id: idInput,
    student_id: idInput.optional().meta({ description: 'The viewer' }),
    scheduled_start: timeInput,
    scheduled_end: timeInput.optional().meta({ description: 'As the course says' }),
    timezone: timeZoneInput.optional().meta({ description: 'The zone of local times' }),
    note: note.nullish().meta({
      description: `A message to the ST, of ${NOTE_MAX_LENGTH} characters at most`,
    }),
    reminders: z.boolean().default(true).meta({ description: 'Whether to be reminded by email' }),
  })
  .refine(
    ({ scheduled_start, scheduled_end = scheduled_start, timezone }) =>
      timezone || !(isLocalTime(scheduled_start) || isLocalTime(scheduled_end)),
    { path: ['timezone'], message: 'A local time needs its time zone' },
  )
  .meta({ id: 'BookSessionRequest' });

export const idempotencyHeaders = z.object({
  'idempotency-key': z.string().min(1).max(200).optional().meta({
    description: 'Chosen by the client. Repeated requests with the same key book once.',
    example: '5f0f1f2e-6d6e-4b7e-9a53-6b1c1f3f2a10',
  }),
});

const person = z.object({ name: z.string(), avatar: z.string().nullable() });

const status = z.enum(SessionStatus).meta({ id: 'SessionStatus' });
const holdExpiresAt = instant.nullable().meta({
  description: 'While status is pending_payment: when the time is given back unless it is paid',
});

/** A session as its student or ST reads it through the HTTP API. */
export const sessionAnswer = z
  .object({
    session_id: uuid,
    status,
    scheduled_start: instant,
    scheduled_end: instant,
    hold_expires_at: holdExpiresAt,
    role: z.enum(['student', 'st']).meta({ description: "The viewer's" }),
    course: z.object({ course_id: uuid, title: z.string() }),
    st: person.extend({ st_id: uuid, timezone: timeZone.nullable() }),
    student: person.extend({ student_id: uuid, timezone: timeZone.nullable() }),
    note: z.string().nullable().meta({ description: 'From the student to the ST' }),
    reminders: z.boolean().meta({ description: 'Whether the student is reminded by email' }),
  })
  .meta({ id: 'Session' });

export const sessionsQuery = optionalRange.extend({
  role: z.enum(['student', 'st']).optional().meta({ description: 'Where the viewer is this' }),
  status: status.optional(),
  order: z.enum(['asc', 'desc']).default('asc').meta({ description: 'Of scheduled_start' }),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(100).optional().meta({ description: 'next_cursor of the page before' }),
});

export const sessionsAnswer = z.object({
  sessions: z.array(sessionAnswer),
  next_cursor: z.string().nullable().meta({ description: 'null on the last page' }),
});

const localTime = z
  .object({
    timezone: timeZone,
    start: z.string().meta({ example: '2026-03-03T10:00:00-05:00' }),
    end: z.string().meta({ example: '2026-03-03T11:00:00-05:00' }),
    text: z.string().meta({
      example: 'Tuesday 3 March 2026, 10:00–11:00 New York time (GMT-5)',
    }),
  })
  .meta({ id: 'LocalTime' });

/** What the HTTP API says of a session that was just booked. */
export const sessionBookedAnswer = z.object({
  session_id: uuid,
  confirmation: z
    .object({
      status,
      scheduled_start: instant,
      scheduled_end: instant,
      hold_expires_at: holdExpiresAt,
      student_time: localTime,
      st_time: localTime,
      url: z.url().meta({ description: 'Where the student reads of it' }),
    })
    .meta({ id: 'Confirmation' }),
});

/** What the HTTP API offers instead of a time that cannot be had. */
export const alternativesHelp = z.object({
  alternatives: z
    .array(
      z
        .object({
          st_id: uuid,
          name: z.string(),
          scheduled_start: instant,
          scheduled_end: instant,
        })
        .meta({ id: 'Alternative' }),
    )
    .meta({ description: 'The nearest free times with this ST, then this time with others' }),
});
