import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { SIGN_IN_MESSAGES } from '@/lib/auth/messages';
import { DEFER_ENROLLMENT_MESSAGES, ENROLL_MESSAGES } from '@/lib/enrollments/messages';
import { BOOK_SESSION_FORM_MESSAGES, BOOK_SESSION_MESSAGES } from '@/lib/sessions/messages';
import { CHANGE_TIME_ZONE_MESSAGES } from '@/lib/users/messages';

// The compiler checks that every code has a message. It cannot check the wording.

test('the words of the specification are exactly those', () => {
  expect(BOOK_SESSION_MESSAGES).toMatchObject({
    NOT_ENROLLED: 'You must be enrolled to book.',
    SLOT_UNAVAILABLE: 'This time is no longer available. Select another.',
    STUDENT_CONFLICT: 'You have another session at this time.',
  });
  expect(BOOK_SESSION_FORM_MESSAGES.BOOKING_FAILED).toBe('Unable to book. Please try again.');
});

const MESSAGES = Object.entries({
  ...BOOK_SESSION_MESSAGES,
  ...BOOK_SESSION_FORM_MESSAGES,
  ...DEFER_ENROLLMENT_MESSAGES,
  ...ENROLL_MESSAGES,
  ...CHANGE_TIME_ZONE_MESSAGES,
  ...SIGN_IN_MESSAGES,
});

const SOURCES = ['app', 'components', 'lib'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => posix.join(folder, path)),
);

test.each(MESSAGES)('%s is written in one place: %s', (_code, message) => {
  const copies = SOURCES.flatMap((path) =>
    readFileSync(path, 'utf8')
      .split(message)
      .slice(1)
      .map(() => path),
  );
  expect(copies.slice(1)).toEqual([]);
});

test.each(MESSAGES)('%s speaks in sentences: %s', (_code, message) => {
  expect(message).toMatch(/^[A-Z].*\.$/);
  expect(message).not.toMatch(/[A-Z]_[A-Z]|undefined|null|error/i);
});
