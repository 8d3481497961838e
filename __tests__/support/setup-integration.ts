import { db } from '@/lib/db/client';
import { truncate } from './database';
import { setDatabaseTime } from './database-time';
import { NOW } from './factories';

// Every file begins with an empty database at the moment of the tests, whatever the file before it left.
beforeAll(async () => {
  await truncate();
  await setDatabaseTime(NOW);
});

afterAll(() => db().$disconnect());
