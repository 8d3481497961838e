import { checkProof } from './check-proof';
import type { GuardProof } from './proof';
import { ID } from './scene';

// A line break in a name or title would end the header of a mail that names it.
const UNFIT = {
  'is empty': `''`,
  'is blank': `'  '`,
  'has more than 200 characters': `repeat('ä', 201)`,
  'has a carriage return': String.raw`E'Ana\rBcc: all@example.com'`,
  'has a line feed': String.raw`E'Ana\nBcc: all@example.com'`,
  'has both, as a mail has them': String.raw`E'Ana\r\nBcc: all@example.com'`,
  'has a tab': String.raw`E'Ana\tStudent'`,
  'has the first control character': String.raw`E'Ana\x01'`,
  'has an escape': String.raw`E'\x1b[31mAna'`,
  'has a delete character': String.raw`E'Ana\x7f'`,
  'has a next-line character': String.raw`E'Ana\u0085Student'`,
  'has the last control character': String.raw`E'Ana\u009f'`,
  'has a line separator': String.raw`E'Ana\u2028Student'`,
  'has a paragraph separator': String.raw`E'Ana\u2029Student'`,
  'has the first direction mark': String.raw`E'Ana\u202aStudent'`,
  'reads backwards': String.raw`E'Ana\u202etnedutS'`,
  'has the first direction isolate': String.raw`E'Ana\u2066Student'`,
  'has the last direction isolate': String.raw`E'Ana\u2069Student'`,
};

const NAMES = Object.entries(UNFIT).map(([what, text]) =>
  checkProof(
    'users.users_name_is_present',
    `no name ${what}`,
    `UPDATE users SET name = ${text} WHERE id = ${ID.student}`,
  ),
);

const TITLES = Object.entries(UNFIT).map(([what, text]) =>
  checkProof(
    'courses.courses_title_is_present',
    `no title ${what}`,
    `UPDATE courses SET title = ${text} WHERE id = ${ID.course}`,
  ),
);

const EMAILS = {
  'capital letters': `'Ana@example.com'`,
  'capital letters of another alphabet': `'Ängstrom@example.com'`,
  'nothing before the @': `'@example.com'`,
  'nothing after the @': `'ana@'`,
  'no @': `'example.com'`,
  'two @s': `'ana@home@example.com'`,
  'a tab': String.raw`E'ana\t@example.com'`,
  'a line break': String.raw`E'ana@example.com\nbcc: all@example.com'`,
  'a line break after it': String.raw`E'ana@example.com\n'`,
  'a next-line character': String.raw`E'ana\u0085@example.com'`,
  'a space around it': `' ana@example.com'`,
  'a comma': `'ana,theo@example.com'`,
  'a name around it': `'ana <ana@example.com>'`,
  'no dot in its domain': `'ana@example'`,
  'an IP address for a domain': `'ana@192.0.2.1'`,
  'a domain that is not written in punycode': `'ana@bücher.example'`,
  'more than 320 characters': `repeat('a', 309) || '@example.com'`,
};

const ADDRESSES = Object.entries(EMAILS).map(([what, text]) =>
  checkProof(
    'users.users_email_is_plain',
    `no address has ${what}`,
    `UPDATE users SET email = ${text} WHERE id = ${ID.student}`,
  ),
);

/** What people and courses may be called, and what courses and enrollments include. */
export const PEOPLE_CHECKS: readonly GuardProof[] = [
  ...NAMES,
  ...TITLES,
  ...ADDRESSES,
  checkProof(
    'courses.courses_price_is_not_negative',
    'no price is negative',
    'UPDATE courses SET price_per_session_cents = -1',
  ),
  checkProof(
    'courses.courses_session_count_is_positive',
    'every course includes a session',
    'UPDATE courses SET session_count = 0',
  ),
  checkProof(
    'courses.courses_session_minutes_are_sane',
    'no session is planned to last less than 5 minutes',
    'UPDATE courses SET session_minutes = 4',
  ),
  checkProof(
    'courses.courses_session_minutes_are_sane',
    'no session is planned to last more than 8 hours',
    'UPDATE courses SET session_minutes = 481',
  ),
  ...[`'USD'`, `'us'`, `'u$d'`].map((currency) =>
    checkProof(
      'courses.courses_currency_is_a_code',
      `a currency is three lower-case letters, unlike ${currency}`,
      `UPDATE courses SET currency = ${currency}`,
    ),
  ),
  checkProof(
    'enrollments.enrollments_sessions_used_fit',
    'an enrollment is not cut below the sessions that are used',
    `UPDATE enrollments SET session_count = 0 WHERE id = ${ID.enrollment}`,
  ),
  checkProof(
    'enrollments.enrollments_sessions_used_fit',
    'no enrollment has fewer than 0 sessions used',
    `UPDATE enrollments SET sessions_used = -1 WHERE id = ${ID.enrollment}`,
  ),
];
