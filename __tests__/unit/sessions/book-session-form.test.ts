import { bookSessionForm } from '@/lib/sessions/schema';

const stId = '01a202d8-7480-71af-8f94-c77fd1db582a';
const key = '4ddc0bd5-7b0f-4a3f-9b29-6a5b3c6f2d11';
const start = '2026-03-05T15:00:00.000Z';
const form = { st_id: stId, start, idempotency_key: key };

test('a form as the wizard makes it is taken', () => {
  expect(bookSessionForm.parse({ ...form, note: ' Hi\r\nthere ', reminders: 'on' })).toEqual({
    stId,
    start: Date.parse(start),
    note: 'Hi\nthere',
    reminders: true,
    idempotencyKey: `${key} ${stId} ${start}`,
  });
});

test('ids in upper and lower case make the same request', () => {
  const upper = bookSessionForm.parse({ ...form, st_id: stId.toUpperCase() });
  expect(upper.idempotencyKey).toBe(bookSessionForm.parse(form).idempotencyKey);
  expect(upper.stId).toBe(stId);
});

test('another slot of a refusal takes the place of the first', () => {
  const instead = '2026-03-06T09:30:00.000Z';
  expect(bookSessionForm.parse({ ...form, instead: `${stId} ${instead}` }).start).toEqual(
    Date.parse(instead),
  );
});

test.each([
  ['no fields', {}],
  ['an invalid key', { ...form, idempotency_key: 'aaaaaaaa\0' }],
  ['a start with endless digits', { ...form, start: `2026-03-05T15:00:00.${'0'.repeat(5_000)}Z` }],
  ['a day that no calendar has', { ...form, start: '2026-02-30T15:00:00.000Z' }],
  ['an invalid alternative slot', { ...form, instead: 'garbage' }],
  ['a note that is a file', { ...form, note: new Blob(['x']) }],
  ['a long note', { ...form, note: 'x'.repeat(1_001) }],
])('refused: %s', (_name, given) => {
  expect(bookSessionForm.safeParse(given).success).toBe(false);
});
