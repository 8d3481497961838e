import type { PrismaClient } from '@/prisma/client/client';

const DEMO_LIMIT = 12;

const VIEWER_FIELDS = {
  id: true,
  name: true,
  email: true,
  avatarUrl: true,
  timezone: true,
} as const;

/** The signed-in user. `timezone` is null until they choose one. */
export interface Viewer {
  id: string;
  name: string;
  email: string;
  avatarUrl: string | null;
  timezone: string | null;
}

/** A user who signs in. The sign-in is valid until their `sessionVersion` changes. */
export interface SignInUser extends Viewer {
  sessionVersion: number;
}

export const SIGN_IN_USER_FIELDS = { ...VIEWER_FIELDS, sessionVersion: true } as const;

/**
 * The user of a sign-in. Null if it has ended, and for an anonymized user.
 */
export async function findViewer(
  db: PrismaClient,
  userId: string,
  sessionVersion = 0,
): Promise<Viewer | null> {
  return db.user.findUnique({
    where: { id: userId, sessionVersion, anonymizedAt: null },
    select: VIEWER_FIELDS,
  });
}

/** The user with this email address, in upper or lower case. */
export async function findUserByEmail(db: PrismaClient, email: string): Promise<SignInUser | null> {
  return db.user.findUnique({
    where: { email: email.trim().toLowerCase(), anonymizedAt: null },
    select: SIGN_IN_USER_FIELDS,
  });
}

export interface DemoUser {
  id: string;
  name: string;
  email: string;
  avatarUrl: string | null;
  learns: string[];
  teaches: string[];
}

/** The first twelve users with their courses, those with the most enrollments first. */
export async function listDemoUsers(db: PrismaClient): Promise<DemoUser[]> {
  // Only these twelve are sorted: sorting everyone would read every enrollment.
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
