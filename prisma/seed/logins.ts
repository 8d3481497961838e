import { zoneCity } from '@/lib/time/zone-names';
import type { Prisma, PrismaClient } from '../client/client';
import { PEOPLE, type PersonName } from './people';

/** Together they show each side of the demo data. */
const SUGGESTED: readonly PersonName[] = ['priya', 'tom', 'kwame', 'ines', 'noor', 'jonas', 'maya'];

export interface DemoLogin {
  email: string;
  name: string;
  /** For example, `student in Accra, 1 session left`. */
  about: string;
}

/** Describes the suggested logins as they are in the database at `now`. */
export async function listDemoLogins(prisma: PrismaClient, now: Date): Promise<DemoLogin[]> {
  const emails = SUGGESTED.map((name): string => PEOPLE[name].email);
  const users = await prisma.user.findMany({
    where: { email: { in: emails } },
    select: userFields(now),
  });
  return users
    .sort((a, b) => emails.indexOf(a.email) - emails.indexOf(b.email))
    .map((user) => ({ email: user.email, name: user.name, about: aboutUser(user) }));
}

function userFields(now: Date) {
  const scheduled = { status: 'scheduled', scheduledStart: { gt: now } } as const;
  const held = { status: 'pending_payment', holdExpiresAt: { gt: now } } as const;
  return {
    email: true,
    name: true,
    timezone: true,
    enrollments: { where: { status: 'active' }, select: ENROLLMENT_FIELDS },
    studentTeachers: { where: { isActive: true }, select: { id: true } },
    sessionsAsStudent: { where: { OR: [scheduled, held] }, select: { status: true } },
  } as const satisfies Prisma.UserSelect;
}

const ENROLLMENT_FIELDS = { sessionCount: true, sessionsUsed: true, deferredAt: true } as const;

type DemoUser = Prisma.UserGetPayload<{ select: ReturnType<typeof userFields> }>;

function aboutUser({
  timezone,
  enrollments,
  studentTeachers,
  sessionsAsStudent,
}: DemoUser): string {
  const roles = [
    enrollments.length > 0 ? 'student' : '',
    studentTeachers.length > 0 ? 'teacher' : '',
  ].filter(Boolean);
  const upcoming = sessionsAsStudent.filter(({ status }) => status === 'scheduled').length;
  const sessionsLeft = enrollments.map(
    ({ sessionCount, sessionsUsed }) => sessionCount - sessionsUsed,
  );
  return [
    `${roles.join(' and ')}${timezone ? ` in ${zoneCity(timezone)}` : ' without a time zone'}`,
    sessionsAsStudent.length > upcoming ? 'has a hold' : '',
    upcoming > 0 ? `upcoming sessions: ${upcoming}` : '',
    sessionsLeft.includes(1) ? '1 session left' : '',
    enrollments.some(({ deferredAt }) => deferredAt) ? 'chose "Schedule Later"' : '',
  ]
    .filter(Boolean)
    .join(', ');
}
