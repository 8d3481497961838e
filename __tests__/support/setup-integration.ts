import { db } from '@/lib/db/client';
import { truncate } from './database';
import { setDatabaseTime } from './database-time';
import { NOW } from './factories';

// Emptying every table also waits for PostgreSQL's own upkeep, which can be slow on a shared machine.
const EMPTYING_MS = 90_000;

// Every file begins with an empty database at the moment of the tests, whatever the file before it left.
beforeAll(async () => {
  await truncate();
  await setDatabaseTime(NOW);
}, EMPTYING_MS);

afterAll(() => db().$disconnect());
