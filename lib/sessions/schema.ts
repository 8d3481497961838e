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

/** A start in the wizard's form. One instant has only one spelling, because it is part of the idempotency key. */
const formStart = z.iso.datetime({ precision: 3 });

/** An alternative slot, as a button submits it: `<st_id> <ISO instant>`. */
const offeredSlot = z
  .string()
  .transform((value) => {
    const [st_id, start] = value.split(' ');
    return { st_id, start };
  })
  .pipe(z.object({ st_id: idInput, start: formStart }));

// Browsers send line breaks as two characters but count them as one. PostgreSQL cannot store NUL or half a
// surrogate pair. A retry is compared with what was stored.
const note = z
  .string()
  .transform((text) => text.replaceAll('\r\n', '\n').replaceAll(/\p{Cs}/gu, '\ufffd'))
  .transform((text) => text.replaceAll('\0', '').trim())
  .pipe(z.string().max(NOTE_MAX_LENGTH))
  .transform((text) => text || null);

/** The wizard's form. `instead`, from a button with an alternative slot, replaces ST and start. */
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
      start: Date.parse(start),
      note: form.note,
      reminders: form.reminders === 'on',
      // One form may book several slots in turn, each at most once.
      idempotencyKey: `${form.idempotency_key} ${st_id} ${start}`,
    };
  });

/** The body of `POST /api/sessions`. The server derives optional fields. */
export const bookSessionRequest = z
  .object({
    course_id: idInput.optional().meta({ description: "The ST's course; optional" }),
    st_id: idInput,
    student_id: idInput.optional().meta({ description: 'Your own id; optional' }),
    scheduled_start: timeInput,
    scheduled_end: timeInput
      .optional()
      .meta({ description: 'Start plus the session length; optional' }),
    timezone: timeZoneInput.optional().meta({ description: 'The time zone of local times' }),
    note: note.nullish().meta({
      description: `A message to the ST, up to ${NOTE_MAX_LENGTH} characters`,
    }),
    reminders: z
      .boolean()
      .default(true)
      .meta({ description: 'Whether the student gets reminder emails' }),
  })
  .refine(
    ({ scheduled_start, scheduled_end = scheduled_start, timezone }) =>
      timezone || !(isLocalTime(scheduled_start) || isLocalTime(scheduled_end)),
    { path: ['timezone'], message: 'Required with a local time' },
  )
  .meta({ id: 'BookSessionRequest' });

export const idempotencyHeaders = z.object({
  'idempotency-key': z.string().min(1).max(200).optional().meta({
    description:
      'Chosen by the client. A key stands for one session forever: retries with it book nothing more.',
    example: '5f0f1f2e-6d6e-4b7e-9a53-6b1c1f3f2a10',
  }),
});

const person = z.object({ name: z.string(), avatar: z.string().nullable() });

const status = z.enum(SessionStatus).meta({ id: 'SessionStatus' });
const holdExpiresAt = instant.nullable().meta({
  description: 'When the hold expires if it is not paid; null unless status is pending_payment',
});

/** A session in a response to its student or its ST. */
export const sessionAnswer = z
  .object({
    session_id: uuid,
    status,
    scheduled_start: instant,
    scheduled_end: instant,
    hold_expires_at: holdExpiresAt,
    role: z.enum(['student', 'st']).meta({ description: "The viewer's role" }),
    course: z.object({ course_id: uuid, title: z.string() }),
    st: person.extend({ st_id: uuid, timezone: timeZone.nullable() }),
    student: person.extend({ student_id: uuid, timezone: timeZone.nullable() }),
    note: z.string().nullable().meta({ description: 'Message from the student to the ST' }),
    reminders: z.boolean().meta({ description: 'Whether the student gets reminder emails' }),
  })
  .meta({ id: 'Session' });

export const sessionsQuery = optionalRange.extend({
  role: z.enum(['student', 'st']).optional().meta({ description: "Filter by the viewer's role" }),
  status: status.optional(),
  order: z
    .enum(['asc', 'desc'])
    .default('asc')
    .meta({ description: 'Sort order of scheduled_start' }),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(100).optional().meta({ description: 'next_cursor of the previous page' }),
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

/** The response of a booking. */
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
      url: z.url().meta({ description: "The session's page" }),
    })
    .meta({ id: 'Confirmation' }),
});

/** Alternatives to a slot that is unavailable. */
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
    .meta({
      description:
        'The nearest free times with this ST, then the same time with other STs. Where this ST takes ' +
        'no sessions and nobody else is free at this time, the nearest times with others',
    }),
});
