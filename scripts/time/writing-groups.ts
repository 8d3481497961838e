import { randomUUID } from 'node:crypto';
import { recordWizardEvents } from '@/lib/analytics/record-events';
import { purgeExpiredRows, releasePastClaims } from '@/lib/db/retention';
import { deferEnrollment } from '@/lib/enrollments/defer-enrollment';
import { enroll } from '@/lib/enrollments/enroll';
import { planDueReminders } from '@/lib/mail/plan-reminders';
import { bookSession } from '@/lib/sessions/book-session';
import { expireHoldsAndCompleteSessions } from '@/lib/sessions/expire-holds-and-complete-sessions';
import { listSessions, type SessionCursor } from '@/lib/sessions/list-sessions';
import { listOfferingSts } from '@/lib/student-teachers/offering-sts';
import type { PrismaClient } from '@/prisma/client/client';
import type { Group, Place } from './groups';
import type { Person } from './people';

const PAGE = 20;

/** Pages of `GET /api/sessions`: the first, and one deep in a long history. */
export async function listGroups({ db, people }: Place): Promise<Group[]> {
  const { student, busyStudent, busyTeacher } = people;
  const groups: Group[] = [];
  for (const [who, { viewer }] of Object.entries({ student, busyStudent, busyTeacher })) {
    const page = { viewerId: viewer.id, limit: PAGE, order: 'asc' as const };
    const deep = await findDeepPlace(db, viewer.id);
    groups.push({
      name: `list of sessions, ${who}`,
      run: () => listSessions(db, { ...page, after: null }),
    });
    groups.push({
      name: `list of sessions, ${who}, far behind`,
      run: () => listSessions(db, { ...page, after: deep }),
    });
  }
  return groups;
}

/** A cursor at 90 % of a person's history. */
async function findDeepPlace(db: PrismaClient, viewerId: string): Promise<SessionCursor> {
  const own = { OR: [{ studentId: viewerId }, { teacherId: viewerId }] };
  const count = await db.tutoringSession.count({ where: own });
  const { id, scheduledStart } = await db.tutoringSession.findFirstOrThrow({
    where: own,
    orderBy: [{ scheduledStart: 'asc' }, { id: 'asc' }],
    skip: Math.floor(count * 0.9),
    select: { id: true, scheduledStart: true },
  });
  return { startMicros: `${scheduledStart.getTime()}000`, id };
}

/** Writes. Each run changes the database. */
export async function writingGroups(place: Place): Promise<Group[]> {
  const { db, people, now } = place;
  const { student, busyStudent } = people;
  const clock = { clock: () => now, deadline: new Date(now.getTime() + 60_000) };
  return [
    await bookGroup('booking', place, student),
    await bookGroup('booking, busy student', place, busyStudent),
    { name: 'deferral', run: () => deferEnrollment(db, { ...student, now }) },
    { name: 'enrolling', run: () => enroll(db, student) },
    { name: 'a browser’s analytics', run: () => viewOf(student, place) },
    {
      name: 'cron: sessions',
      run: async () => {
        await expireHoldsAndCompleteSessions({ db, ...clock });
        await releasePastClaims(db);
        await purgeExpiredRows(db);
      },
    },
    {
      name: 'cron: reminders, no mail due',
      run: async () => {
        await planDueReminders(db);
        await db.$queryRaw`SELECT id FROM lease_notification(interval '1 minute')`;
      },
    },
  ];
}

/** Books the last available slot, then cancels it. */
async function bookGroup(name: string, { db, now }: Place, person: Person): Promise<Group> {
  const { viewer, courseId, stId, enrollmentId } = person;
  const sts = await listOfferingSts(db, { courseId, viewerId: viewer.id, now });
  const start = sts.find(({ id }) => id === stId)?.starts.at(-1) ?? Number.NaN;
  const oneMore = { sessionCount: { increment: 1 } };
  await db.enrollment.update({ where: { id: enrollmentId }, data: oneMore });
  const request = { viewer, stId, start, note: null, reminders: true, now };
  let bookedId = '';
  return {
    name,
    run: async () => {
      const booked = await bookSession(db, { ...request, idempotencyKey: randomUUID() });
      if (!booked.ok) throw new Error(`The booking was refused: ${booked.code}`);
      bookedId = booked.value.id;
    },
    undo: () =>
      db.tutoringSession.update({ where: { id: bookedId }, data: { status: 'cancelled' } }),
  };
}

function viewOf({ viewer, courseId }: Person, { db, now }: Place): Promise<unknown> {
  const data = { course_id: courseId, st_preselected: false };
  const event = {
    id: randomUUID(),
    name: 'page_view',
    course_id: courseId,
    ms_ago: 0,
    data,
  } as const;
  return recordWizardEvents(db, { viewer, events: [event], now });
}
