import type { PrismaClient } from './client/client';
import { writeCast } from './seed/cast';
import { PEOPLE } from './seed/people';
import { tellStory } from './seed/telling';

const TRANSACTION = { timeout: 60_000 };

interface DemoLogin {
  email: string;
  name: string;
  about: string;
}

/** Accounts that show each side of the demo data. Start with the first. */
export const DEMO_LOGINS: readonly DemoLogin[] = [
  login('priya', 'student in London, with past and upcoming sessions'),
  login('tom', 'student in Los Angeles, pays per session and has an open hold'),
  login('kwame', 'student in Accra, with one session left'),
  login('ines', 'student in Lisbon, chose "Schedule Later"'),
  login('noor', 'new student, has not chosen a time zone'),
  login('jonas', 'teaches from Berlin, and learns Portuguese'),
  login('maya', 'teaches from New York'),
];

function login(person: keyof typeof PEOPLE, about: string): DemoLogin {
  const { email, name } = PEOPLE[person];
  return { email, name, about };
}

export async function isSeeded(prisma: PrismaClient): Promise<boolean> {
  return (await prisma.user.count({ where: { email: PEOPLE.priya.email } })) > 0;
}

/**
 * Writes the demo data, with dates relative to `now`, in one transaction.
 * Throws if the demo data exists already.
 */
export async function seedDemoStory(prisma: PrismaClient, { now }: { now: Date }): Promise<void> {
  if (await isSeeded(prisma))
    throw new Error('This database already has the demo data. To start over: npm run db:reset');
  await prisma.$transaction(async (tx) => {
    await tellStory(tx, await writeCast(tx, now), now);
  }, TRANSACTION);
}
