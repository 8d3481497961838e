import { subDays } from 'date-fns';
import type { Prisma } from '@/prisma/client/client';
import { COURSES, type CourseName, ENROLLMENTS, STUDENT_TEACHERS, type StName } from './courses';
import { DATED_CHANGES, localMoment, WEEKLY_HOURS } from './hours';
import { PEOPLE, type PersonName } from './people';

type Tx = Prisma.TransactionClient;
type Ids<Name extends string> = ReadonlyMap<Name, string>;

const OPENED_DAYS_AGO = 150;
const ID = { id: true } as const;

/** Ids of the demo rows, by their names in the seed. */
export interface SeedIds {
  people: Ids<PersonName>;
  sts: Ids<StName>;
  /** By student and course, such as `priya web`. */
  enrollments: Ids<string>;
}

/** Writes people, courses, hours and enrollments. */
export async function writeSetup(tx: Tx, now: Date): Promise<SeedIds> {
  const opened = subDays(now, OPENED_DAYS_AGO);
  const people = new Map<PersonName, string>();
  for (const [name, person] of entriesOf(PEOPLE)) {
    const data = { ...person, createdAt: opened };
    people.set(name, (await tx.user.create({ data, select: ID })).id);
  }
  const courses = new Map<CourseName, string>();
  for (const [name, course] of entriesOf(COURSES)) {
    const data = { ...course, createdAt: opened };
    courses.set(name, (await tx.course.create({ data, select: ID })).id);
  }
  await writeHours(tx, people, now);
  return {
    people,
    sts: await writeSts(tx, { people, courses, opened }),
    enrollments: await writeEnrollments(tx, { people, courses, now }),
  };
}

async function writeSts(
  tx: Tx,
  { people, courses, opened }: { people: Ids<PersonName>; courses: Ids<CourseName>; opened: Date },
): Promise<Ids<StName>> {
  const sts = new Map<StName, string>();
  for (const [name, { person, course, offer }] of entriesOf(STUDENT_TEACHERS)) {
    const data = {
      ...offer,
      userId: idOf(people, person),
      courseId: idOf(courses, course),
      createdAt: opened,
    };
    sts.set(name, (await tx.studentTeacher.create({ data, select: ID })).id);
  }
  return sts;
}

async function writeEnrollments(
  tx: Tx,
  { people, courses, now }: { people: Ids<PersonName>; courses: Ids<CourseName>; now: Date },
): Promise<Ids<string>> {
  const enrollments = new Map<string, string>();
  for (const { person, course, daysAgo, sessionCount } of ENROLLMENTS) {
    const data = {
      studentId: idOf(people, person),
      courseId: idOf(courses, course),
      sessionCount: sessionCount ?? COURSES[course].sessionCount,
      createdAt: subDays(now, daysAgo),
    };
    const { id } = await tx.enrollment.create({ data, select: ID });
    enrollments.set(`${person} ${course}`, id);
  }
  return enrollments;
}

async function writeHours(tx: Tx, people: Ids<PersonName>, now: Date): Promise<void> {
  await tx.availability.createMany({
    data: WEEKLY_HOURS.flatMap(({ person, days, from, to, timezone }) =>
      days.map((dayOfWeek) => ({
        userId: idOf(people, person),
        dayOfWeek,
        startTime: from,
        endTime: to,
        timezone: timezone ?? PEOPLE[person].timezone ?? 'UTC',
      })),
    ),
  });
  await tx.availabilityException.createMany({
    data: DATED_CHANGES.map(({ person, kind, firstDay, from, lastDay, to }) => ({
      userId: idOf(people, person),
      kind,
      startsAt: localMoment(person, now, firstDay, from),
      endsAt: localMoment(person, now, lastDay, to),
    })),
  });
}

export function idOf<Name extends string>(ids: Ids<Name>, name: Name): string {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`The demo data has no ${name}.`);
  return id;
}

function entriesOf<Name extends string, Value>(record: Record<Name, Value>): [Name, Value][] {
  return Object.entries(record) as [Name, Value][];
}
