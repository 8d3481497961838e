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

/** Who to sign in as to see each side of the story. The first is the one to start with. */
export const DEMO_LOGINS: readonly DemoLogin[] = [
  login('priya', 'student in London, with sessions ahead and behind her'),
  login('tom', 'student in Los Angeles, pays per session and is just about to'),
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

/** Whether the demo story has been told in this database. */
export async function isSeeded(prisma: PrismaClient): Promise<boolean> {
  return (await prisma.user.count({ where: { email: PEOPLE.priya.email } })) > 0;
}

/**
 * Writes the demo story, its days counted from `now`: all of it or nothing.
 * Throws when it is there already.
 */
export async function seedDemoStory(prisma: PrismaClient, { now }: { now: Date }): Promise<void> {
  if (await isSeeded(prisma)) throw new Error('The demo story is in this database already.');
  await prisma.$transaction(async (tx) => {
    await tellStory(tx, await writeCast(tx, now), now);
  }, TRANSACTION);
}
