import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openToEverybody } from '@/scripts/local/postgres-owner';

// Root keeps PostgreSQL's programs and files where the user `postgres` can enter.

let parent: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'shared-'));
});
afterEach(() => rmSync(parent, { recursive: true }));

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

test('a new folder is readable by every user, even under the strictest umask', () => {
  const before = process.umask(0o077);
  try {
    openToEverybody(join(parent, 'new'));
  } finally {
    process.umask(before);
  }
  expect(modeOf(join(parent, 'new'))).toBe('755');
});

test('a folder that an earlier start had closed is opened', () => {
  mkdirSync(join(parent, 'closed'), { mode: 0o700 });
  openToEverybody(join(parent, 'closed'));
  expect(modeOf(join(parent, 'closed'))).toBe('755');
});
