import { z } from 'zod';
import { NOTE_MAX_LENGTH } from './rules';

/** A time with an ST, as a button offers it: `<st_id> <ISO instant>`. */
const offeredSlot = z
  .string()
  .transform((value) => {
    const [st_id, start] = value.split(' ');
    return { st_id, start };
  })
  .pipe(z.object({ st_id: z.uuid(), start: z.iso.datetime() }));

// Browsers send line ends as two characters but count them as one; Postgres stores no NUL.
const note = z
  .string()
  .transform((text) => text.replaceAll('\r\n', '\n').replaceAll('\0', '').trim())
  .pipe(z.string().max(NOTE_MAX_LENGTH))
  .transform((text) => text || null);

/** The wizard's form. `instead`, from a button that offers another slot, replaces ST and start. */
export const bookSessionForm = z
  .object({
    st_id: z.uuid(),
    start: z.iso.datetime(),
    note: note.default(null),
    reminders: z.literal('on').optional(),
    idempotency_key: z.string().min(8).max(100),
    instead: offeredSlot.optional(),
  })
  .transform(({ instead, ...form }) => {
    const { st_id, start } = instead ?? form;
    return {
      studentTeacherId: st_id,
      start: new Date(start),
      note: form.note,
      reminders: form.reminders === 'on',
      // One form may book several times in turn, each of them once.
      idempotencyKey: `${form.idempotency_key} ${st_id} ${start}`,
    };
  });
