import { randomUUID } from 'node:crypto';
import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Locator, type Page } from '@playwright/test';
import { createPrisma } from '@/lib/db/client';
import { bookSession } from '@/lib/sessions/book-session';
import type { PrismaClient } from '@/prisma/client/client';

const DAY_MS = 24 * 3_600_000;

/** A new course for each test, so that tests can run in parallel on one database. */
export interface Scene {
  db: PrismaClient;
  course: { id: string; title: string };
  /** Two STs who are there around the clock, so that slots start at :00 and :30. */
  sts: [SceneSt, SceneSt];
  student: { id: string; email: string };
  enrollmentId: string;
}

interface SceneSt {
  id: string;
  userId: string;
  name: string;
}

async function createSt(db: PrismaClient, courseId: string, name: string): Promise<SceneSt> {
  const { id, userId } = await db.studentTeacher.create({
    data: {
      course: { connect: { id: courseId } },
      user: {
        create: {
          name,
          email: `${randomUUID()}@example.com`,
          timezone: 'Asia/Kathmandu',
          availabilityExceptions: {
            create: {
              kind: 'extra_hours',
              startsAt: startOfUtcDay(-DAY_MS),
              endsAt: startOfUtcDay(100 * DAY_MS),
            },
          },
        },
      },
    },
  });
  return { id, userId, name };
}

/** Midnight UTC, `offset` milliseconds from now. */
function startOfUtcDay(offset: number): Date {
  return new Date(Math.floor((Date.now() + offset) / DAY_MS) * DAY_MS);
}

/** 15:00 UTC, `days` days from now: a time that both STs of a scene offer. */
export function slotIn(days: number): Date {
  return new Date(startOfUtcDay(days * DAY_MS).getTime() + 15 * 3_600_000);
}

export async function createStudent(db: PrismaClient, courseIds: string[]) {
  const email = `${randomUUID()}@example.com`;
  const { id, enrollments } = await db.user.create({
    data: {
      name: 'Sam Student',
      email,
      timezone: 'Europe/Berlin',
      enrollments: { create: courseIds.map((courseId) => ({ courseId, sessionCount: 10 })) },
    },
    include: { enrollments: true },
  });
  return { id, email, enrollmentId: enrollments[0]?.id ?? '' };
}

export async function createCourse(db: PrismaClient, title = `Knots ${randomUUID().slice(0, 8)}`) {
  return db.course.create({ data: { title, description: 'How to tie them.', sessionCount: 10 } });
}

/** Another student books the slot. */
export async function takeSlot({ db, course }: Scene, stId: string, start: Date): Promise<void> {
  const other = await createStudent(db, [course.id]);
  const taken = await bookSession(db, {
    viewer: other,
    stId,
    start: start.getTime(),
    note: null,
    reminders: true,
    idempotencyKey: randomUUID(),
    now: new Date(),
  });
  expect(taken.ok).toBe(true);
}

export async function signIn(page: Page, email: string, next = '/dashboard'): Promise<void> {
  await page.goto(`/login?${new URLSearchParams({ next })}`);
  await page.getByLabel('Email').fill(email);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).toHaveURL((url) => url.pathname + url.search === next);
}

/** The day's last time: the first one can run out of notice while a test looks at it. */
export function lastTimeOf(page: Page): Locator {
  return page.getByRole('link', { name: /60 min/ }).last();
}

/** The wizard's address for one slot, as a shared link carries it. */
export function slotPath(stId: string, start: Date): string {
  return `/book/${stId}?date=${start.toISOString().slice(0, 10)}&time=${start.toISOString()}`;
}

export async function expectNoAxeViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html)}`)).toEqual([]);
}

export const test = base.extend<{ scene: Scene }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from this pattern.
  scene: async ({}, use) => {
    const db = createPrisma(process.env.DATABASE_URL ?? '');
    const course = await createCourse(db);
    const sts: [SceneSt, SceneSt] = [
      await createSt(db, course.id, 'Anna Able'),
      await createSt(db, course.id, 'Bert Brave'),
    ];
    const student = await createStudent(db, [course.id]);
    await use({ db, course, sts, student, enrollmentId: student.enrollmentId });
    await db.$disconnect();
  },
});

export { expect };
