import { truncate } from '@/__tests__/support/database';
import { sql } from '@/__tests__/support/plain-sql';
import { countTraces } from '@/__tests__/support/traces';
import { createPrisma, db } from '@/lib/db/client';
import { findActiveEnrollment } from '@/lib/enrollments/queries';
import { listOfferingSts } from '@/lib/student-teachers/offering-sts';
import { DEMO_LOGINS, isSeeded, seedDemoStory } from '@/prisma/seed';

// An ordinary week, three in which clocks change somewhere in the story, and an odd day.
const MOMENTS = [
  '2026-11-22T10:30:00Z',
  '2026-03-08T06:59:59Z',
  '2026-04-04T14:00:00Z',
  '2026-10-25T00:59:59.999Z',
  '2028-02-29T23:59:59Z',
];

// The story stops the database's clock at each of its moments, which only the owner may.
const ownerDb = createPrisma(process.env.DIRECT_DATABASE_URL ?? '');
afterAll(() => ownerDb.$disconnect());

describe.each(MOMENTS)('the demo story, told on %s', (moment) => {
  const now = new Date(moment);

  beforeAll(async () => {
    await truncate();
    await seedDemoStory(ownerDb, { now });
  });

  test('has sessions in every status, each on its side of now', async () => {
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

  test('puts nobody in two places, not even in the past', async () => {
    const overlaps = await sql(
      `SELECT FROM sessions a JOIN sessions b ON a.id < b.id
         AND ARRAY[a.teacher_id, a.student_id] && ARRAY[b.teacher_id, b.student_id]
         AND tstzrange(a.scheduled_start, a.scheduled_end) && tstzrange(b.scheduled_start, b.scheduled_end)`,
    );
    expect(overlaps).toEqual([]);
  });

  test('happens in order: booked before it is, ended after, and mailed when it was due', async () => {
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

  test('has someone to book with, in every course but one', async () => {
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

describe('the demo story', () => {
  const now = new Date();

  beforeAll(async () => {
    await truncate();
    await seedDemoStory(ownerDb, { now });
  });

  test('is refused a second time, and stays as it is', async () => {
    expect(await isSeeded(db())).toBe(true);
    const before = await countTraces();
    await expect(seedDemoStory(ownerDb, { now })).rejects.toThrow('already');
    expect(await countTraces()).toEqual(before);
  });

  test('has six teachers at home in six zones, and students taught that differ', async () => {
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

  test('has someone with one session left, someone who deferred, someone without a zone', async () => {
    const one = await db().user.findFirstOrThrow({ where: { name: 'Kwame Mensah' } });
    const [enrollment] = await db().enrollment.findMany({ where: { studentId: one.id } });
    const courseId = enrollment?.courseId ?? '';
    const left = await findActiveEnrollment(db(), { studentId: one.id, courseId, now });
    expect(left?.sessionsLeft).toBe(1);
    expect(await db().enrollment.count({ where: { deferredAt: { not: null } } })).toBe(1);
    expect(await db().user.count({ where: { timezone: null } })).toBe(1);
  });

  test('has every login that is printed', async () => {
    for (const { email, name } of DEMO_LOGINS) {
      expect(await db().user.findUnique({ where: { email } })).toMatchObject({ name });
    }
  });
});

test('an interrupted seed leaves nothing', async () => {
  await truncate();
  // Somebody has an address of the story already, so it breaks off while it is written.
  await db().user.create({ data: { name: 'Noor', email: 'noor@peerloop.example' } });
  await expect(seedDemoStory(ownerDb, { now: new Date() })).rejects.toThrow();
  expect(await isSeeded(db())).toBe(false);
  expect(await db().user.count()).toBe(1);
});
