import { addDays, addMinutes } from 'date-fns';
import { countBookingRows } from '@/__tests__/support/booking-rows';
import { truncate } from '@/__tests__/support/database';
import { sql } from '@/__tests__/support/plain-sql';
import { createPrisma, db } from '@/lib/db/client';
import { findActiveEnrollment } from '@/lib/enrollments/queries';
import { HOLD_MINUTES } from '@/lib/sessions/limits';
import { listOfferingSts } from '@/lib/student-teachers/offering-sts';
import { isSeeded, seedDemoData } from '@/prisma/seed';
import { listDemoLogins } from '@/prisma/seed/logins';

// An ordinary week, three with clock changes among the sessions, and a leap day.
const MOMENTS = [
  '2026-11-22T10:30:00Z',
  '2026-03-08T06:59:59Z',
  '2026-04-04T14:00:00Z',
  '2026-10-25T00:59:59.999Z',
  '2028-02-29T23:59:59Z',
];

// The seed sets the database's clock to the time of each change, which only the owner may do.
const ownerDb = createPrisma(process.env.DIRECT_DATABASE_URL ?? '');
afterAll(() => ownerDb.$disconnect());

describe.each(MOMENTS)('the demo data, added at %s', (moment) => {
  const now = new Date(moment);

  beforeAll(async () => {
    await truncate();
    await seedDemoData(ownerDb, { now });
  });

  test('has sessions in every status, upcoming or past as the status requires', async () => {
    const sessions = await db().tutoringSession.findMany();
    expect(new Set(sessions.map(({ status }) => status))).toEqual(
      new Set(['pending_payment', 'scheduled', 'completed', 'cancelled', 'no_show', 'expired']),
    );
    for (const { status, scheduledStart, scheduledEnd, createdAt, holdExpiresAt } of sessions) {
      const isAhead = status === 'scheduled' || status === 'pending_payment';
      expect(isAhead ? scheduledStart > now : scheduledEnd <= now).toBe(true);
      expect(createdAt < scheduledStart && createdAt < now).toBe(true);
      if (status === 'pending_payment') expect(holdExpiresAt?.getTime()).toBeGreaterThan(+now);
    }
  });

  test('never has a person in two sessions at the same time', async () => {
    const overlaps = await sql(
      `SELECT FROM sessions a JOIN sessions b ON a.id < b.id
         AND ARRAY[a.teacher_id, a.student_id] && ARRAY[b.teacher_id, b.student_id]
         AND tstzrange(a.scheduled_start, a.scheduled_end) && tstzrange(b.scheduled_start, b.scheduled_end)`,
    );
    expect(overlaps).toEqual([]);
  });

  test('books sessions before they start, ends them afterwards, and sends mail when it is due', async () => {
    const wrong = await sql(
      `SELECT e.kind FROM session_events e JOIN sessions s ON s.id = e.session_id
       WHERE e.happened_at > $1 OR e.happened_at < s.created_at
          OR (e.kind IN ('held', 'booked', 'cancelled', 'expired') AND e.happened_at >= s.scheduled_start)
          OR (e.kind IN ('completed', 'no_show') AND e.happened_at < s.scheduled_start)`,
      now,
    );
    expect(wrong).toEqual([]);
    const late = await sql(
      `SELECT FROM notifications WHERE status <> 'voided' AND (status = 'sent') <> (due_at <= $1)`,
      now,
    );
    expect(late).toEqual([]);
  });

  test('has Student-Teachers with free times in every course but one', async () => {
    const viewer = await db().user.findFirstOrThrow({ where: { name: 'Priya Raman' } });
    const offers: Record<string, object> = {};
    for (const { id, pricePerSessionCents } of await db().course.findMany()) {
      const sts = await listOfferingSts(db(), { courseId: id, viewerId: viewer.id, now });
      const key = sts.length === 0 ? 'nobody' : pricePerSessionCents ? 'priced' : 'included';
      const where = { studentId: viewer.id, courseId: id, now };
      const enrollment = await findActiveEnrollment(db(), where);
      const isFree = sts.every(({ starts }) => starts.length > 5);
      offers[key] = { sts: sts.length, isFree, isEnrolled: enrollment !== null };
    }
    expect(offers).toEqual({
      included: { sts: 4, isFree: true, isEnrolled: true },
      priced: { sts: 2, isFree: true, isEnrolled: false },
      nobody: { sts: 0, isFree: true, isEnrolled: true },
    });
  });
});

describe('the demo data', () => {
  const now = new Date();

  beforeAll(async () => {
    await truncate();
    await seedDemoData(ownerDb, { now });
  });

  test('cannot be added twice', async () => {
    expect(await isSeeded(db())).toBe(true);
    const before = await countBookingRows();
    await expect(seedDemoData(ownerDb, { now })).rejects.toThrow('already');
    expect(await countBookingRows()).toEqual(before);
  });

  test('has six teachers in six time zones, with different numbers of students taught', async () => {
    const rows = await sql<{ timezone: string; students: number }>(
      `SELECT u.timezone, count(DISTINCT s.student_id) FILTER (WHERE s.status = 'completed')::integer AS students
       FROM student_teachers st JOIN users u ON u.id = st.user_id LEFT JOIN sessions s ON s.st_id = st.id
       WHERE st.is_active GROUP BY u.id`,
    );
    expect(rows.map(({ timezone }) => timezone).sort()).toEqual([
      'America/New_York',
      'America/Phoenix',
      'America/Sao_Paulo',
      'Asia/Kathmandu',
      'Europe/Berlin',
      'Pacific/Auckland',
    ]);
    expect(new Set(rows.map(({ students }) => students)).size).toBeGreaterThanOrEqual(4);
  });

  test('has someone who teaches one course and learns another', async () => {
    const peers = await sql(
      `SELECT FROM student_teachers st JOIN enrollments e
       ON e.student_id = st.user_id AND e.course_id <> st.course_id`,
    );
    expect(peers).not.toEqual([]);
  });

  test('has a student with one session left, one who deferred and one without a time zone', async () => {
    const one = await db().user.findFirstOrThrow({ where: { name: 'Kwame Mensah' } });
    const [enrollment] = await db().enrollment.findMany({ where: { studentId: one.id } });
    const courseId = enrollment?.courseId ?? '';
    const left = await findActiveEnrollment(db(), { studentId: one.id, courseId, now });
    expect(left?.sessionsLeft).toBe(1);
    expect(await db().enrollment.count({ where: { deferredAt: { not: null } } })).toBe(1);
    expect(await db().user.count({ where: { timezone: null } })).toBe(1);
  });

  test('describes the suggested logins as they are at the time', async () => {
    const about = async (at: Date) => {
      const logins = await listDemoLogins(db(), at);
      return Object.fromEntries(logins.map((login) => [login.name, login.about]));
    };
    const seeded = {
      'Priya Raman': 'student in London, upcoming sessions: 2',
      'Tom Nguyen': 'student in Los Angeles, has a hold, upcoming sessions: 1',
      'Kwame Mensah': 'student in Accra, 1 session left',
      'Inês Duarte': 'student in Lisbon, chose "Schedule Later"',
      'Noor Haddad': 'student without a time zone',
      'Jonas Becker': 'student and teacher in Berlin, upcoming sessions: 1',
      'Maya Thompson': 'teacher in New York',
    };
    expect(await about(now)).toEqual(seeded);
    expect(await about(addMinutes(now, HOLD_MINUTES))).toEqual({
      ...seeded,
      'Tom Nguyen': 'student in Los Angeles, upcoming sessions: 1',
    });
    expect(await about(addDays(now, 40))).toMatchObject({ 'Priya Raman': 'student in London' });
  });
});

test('an interrupted seed leaves no rows', async () => {
  await truncate();
  // The insert of Noor fails, because her address is taken.
  await db().user.create({ data: { name: 'Noor', email: 'noor@peerloop.example' } });
  await expect(seedDemoData(ownerDb, { now: new Date() })).rejects.toThrow();
  expect(await isSeeded(db())).toBe(false);
  expect(await db().user.count()).toBe(1);
});
