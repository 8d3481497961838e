import { db } from '@/lib/db';
import { truncate } from './database';

// Every file begins with an empty database, whatever the file before it left there.
beforeAll(truncate);

afterAll(() => db().$disconnect());
