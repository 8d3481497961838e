import type { OfferRules } from '@/lib/availability/offered-times';
import { isUuid } from '@/lib/db/ids';
import type { Prisma, PrismaClient } from '@/prisma/client/client';
import { OFFER_FIELDS, offerRules } from './offer';

/** The course of an ST; null if there is no such ST. */
export async function findSt(db: PrismaClient, stId: string) {
  if (!isUuid(stId)) return null;
  return db.studentTeacher.findUnique({
    where: { id: stId },
    select: {
      id: true,
      isActive: true,
      courseId: true,
      user: { select: { id: true, name: true, avatarUrl: true, timezone: true, bio: true } },
      course: { select: { title: true } },
    },
  });
}

/** An ST, active or not, with the fields that determine their offer. */
export interface StOffer {
  id: string;
  courseId: string;
  isActive: boolean;
  user: { id: string; timezone: string | null };
  rules: OfferRules;
}

/** The booking rules of an ST; null if there is no such ST. */
export async function findStOffer(db: PrismaClient, stId: string): Promise<StOffer | null> {
  return readStOffer(db, stId, {});
}

/** The same, but null unless the viewer is the ST or enrolled in the course. */
export async function findVisibleStOffer(
  db: PrismaClient,
  { stId, viewerId }: { stId: string; viewerId: string },
): Promise<StOffer | null> {
  const isEnrolled = { enrollments: { some: { studentId: viewerId, status: 'active' as const } } };
  return readStOffer(db, stId, { OR: [{ userId: viewerId }, { course: isEnrolled }] });
}

async function readStOffer(
  db: PrismaClient,
  stId: string,
  where: Prisma.StudentTeacherWhereInput,
): Promise<StOffer | null> {
  if (!isUuid(stId)) return null;
  const row = await db.studentTeacher.findUnique({
    where: { ...where, id: stId },
    select: {
      id: true,
      courseId: true,
      isActive: true,
      user: { select: { id: true, timezone: true } },
      ...OFFER_FIELDS,
    },
  });
  if (!row) return null;
  const { id, courseId, isActive, user } = row;
  return { id, courseId, isActive, user, rules: offerRules(row) };
}

/** The profile of an ST; null if there is no such ST. */
export async function findStProfile(db: PrismaClient, stId: string) {
  if (!isUuid(stId)) return null;
  const st = await db.studentTeacher.findUnique({
    where: { id: stId },
    select: {
      id: true,
      isActive: true,
      rating: true,
      studentsTaught: true,
      user: { select: { id: true, name: true, avatarUrl: true, timezone: true, bio: true } },
      course: { select: { id: true, title: true } },
    },
  });
  return st && { ...st, rating: st.rating?.toNumber() ?? null };
}
