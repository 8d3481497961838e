import type { PrismaClient } from '@/prisma/client/client';

const DEMO_LIMIT = 12;

const VIEWER_FIELDS = {
  id: true,
  name: true,
  email: true,
  avatarUrl: true,
  timezone: true,
} as const;

/** Who is signed in, as every page and action knows them. `timezone` is null until it is chosen. */
export interface Viewer {
  id: string;
  name: string;
  email: string;
  avatarUrl: string | null;
  timezone: string | null;
}

/** Null also for somebody whose data was removed: they are signed out. */
export async function findViewer(db: PrismaClient, userId: string): Promise<Viewer | null> {
  return db.user.findUnique({ where: { id: userId, anonymizedAt: null }, select: VIEWER_FIELDS });
}

/** The person with this address, whatever its letter case. */
export async function findUserByEmail(db: PrismaClient, email: string): Promise<Viewer | null> {
  return db.user.findUnique({
    where: { email: email.trim().toLowerCase(), anonymizedAt: null },
    select: VIEWER_FIELDS,
  });
}

/** Someone to try the product as. */
export interface DemoUser {
  id: string;
  name: string;
  email: string;
  avatarUrl: string | null;
  learns: string[];
  teaches: string[];
}

/** The first twelve people with the courses they learn and teach, those who learn most first. */
export async function listDemoUsers(db: PrismaClient): Promise<DemoUser[]> {
  // Sorted among these alone: to find who learns most of all would read every enrollment.
  const users = await db.user.findMany({
    where: { anonymizedAt: null },
    orderBy: { id: 'asc' },
    take: DEMO_LIMIT,
    select: {
      id: true,
      name: true,
      email: true,
      avatarUrl: true,
      enrollments: { where: { status: 'active' }, select: { course: { select: { title: true } } } },
      studentTeachers: {
        where: { isActive: true },
        select: { course: { select: { title: true } } },
      },
    },
  });
  const demoUsers = users.map(({ enrollments, studentTeachers, ...user }) => ({
    ...user,
    learns: enrollments.map(({ course }) => course.title),
    teaches: studentTeachers.map(({ course }) => course.title),
  }));
  return demoUsers.sort((a, b) => b.learns.length - a.learns.length);
}
