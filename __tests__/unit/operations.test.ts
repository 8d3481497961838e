import { readFileSync } from 'node:fs';
import { BOOK_SESSION_MESSAGES } from '@/lib/sessions/messages';

const operations = readFileSync('docs/operations.md', 'utf8');

test.each([...Object.keys(BOOK_SESSION_MESSAGES), 'BOOKING_FAILED'])(
  'docs/operations.md says what to do about %s',
  (code) => {
    expect(operations).toContain(`\n| \`${code}\` |`);
  },
);
