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

export async function findViewer(db: PrismaClient, userId: string): Promise<Viewer | null> {
  return db.user.findUnique({ where: { id: userId }, select: VIEWER_FIELDS });
}

/** The person with this address, whatever its letter case. */
export async function findUserByEmail(db: PrismaClient, email: string): Promise<Viewer | null> {
  return db.user.findUnique({
    where: { email: email.trim().toLowerCase() },
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

/** People with the courses they learn and teach, those who learn most first. Twelve at most. */
export async function listDemoUsers(db: PrismaClient): Promise<DemoUser[]> {
  const users = await db.user.findMany({
    orderBy: [{ enrollments: { _count: 'desc' } }, { id: 'asc' }],
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
  return users.map(({ enrollments, studentTeachers, ...user }) => ({
    ...user,
    learns: enrollments.map(({ course }) => course.title),
    teaches: studentTeachers.map(({ course }) => course.title),
  }));
}
