import fc from 'fast-check';
import { onlyEvent, parseCalendar, peopleOf, valueIn } from '@/__tests__/support/icalendar';
import { oneLine, plainText } from '@/lib/calendar/icalendar';
import { sessionInvite } from '@/lib/calendar/session-files';
import { entry, MAYA, SITE } from './entries';

const AWKWARD = [
  '\\',
  '\\n',
  ',',
  ';',
  ':',
  '"',
  '^',
  "^'",
  '\r\n',
  '\r',
  '\n ',
  '\t',
  '👩🏽‍🏫',
  '日本',
  'é',
];

/** Anything that a database can hold, and what calendars stumble over more often than chance has it. */
function text(maxLength: number) {
  const part = fc.oneof(fc.string({ unit: 'binary', maxLength: 8 }), fc.constantFrom(...AWKWARD));
  return fc.array(part, { maxLength }).map((parts) => parts.join(''));
}

const name = text(12).filter((drawn) => oneLine(drawn) !== '');

test('any note, title and name can be read back from the file unchanged', () => {
  fc.assert(
    fc.property(text(40), name, name, (note, title, studentName) => {
      const student = { ...MAYA, name: studentName };
      const of = entry({ note: `x${note}x`, course: { title }, student }, student);
      const event = onlyEvent(parseCalendar(sessionInvite(of, 'REQUEST', SITE)));
      expect(valueIn(event, 'description')).toContain(
        `\n\nYou wrote:\nx${plainText(note)}x\n\nhttps://`,
      );
      expect(valueIn(event, 'summary')).toBe(oneLine(`${title} with Aroha Ngata`));
      expect(peopleOf(event, 'attendee')[0]).toBe(
        `${oneLine(studentName).replaceAll('\\', '/')} <mailto:maya@example.com>`,
      );
    }),
    { numRuns: 200 },
  );
});

test.each([
  ['a new line as browsers send it', 'a\r\nb', 'a\nb'],
  ['a new line of old', 'a\rb', 'a\nb'],
  ['separators that some readers take for new lines', 'a\u2028b\u2029c\u0085d', 'a\nb\nc\nd'],
  ['what no calendar may carry', 'a\u0000\u0007\u001bb\u007f', 'ab'],
  ['emoji, commas, semicolons and backslashes', '👩🏽‍🏫, a; b \\n', '👩🏽‍🏫, a; b \\n'],
])('of %s', (_, written, read) => {
  expect(plainText(written)).toBe(read);
});

test.each([
  ['maya+peer@example.com', 'maya+peer@example.com'],
  ['zoë@exämple.com', 'zo%C3%AB@xn--exmple-cua.com'],
  ['a"b c@example.com', 'a%22b%20c@example.com'],
  ['maya@not a host', 'maya@address.invalid'],
])('the address %s is written so that every calendar reads it', (email, written) => {
  const student = { ...MAYA, email };
  const event = onlyEvent(parseCalendar(sessionInvite(entry({ student }), 'REQUEST', SITE)));
  expect(peopleOf(event, 'attendee')[0]).toBe(`Maya Rivera <mailto:${written}>`);
});
