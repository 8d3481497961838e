import { readSessions, type SessionDetail } from '@/lib/sessions/queries';
import { Prisma, type PrismaClient, type SessionStatus } from '@/prisma/client/client';

const UPCOMING_LIMIT = 50;

/** Where a session stands among all: by its start to the microsecond, as the database has it, and its id. */
export interface SessionPlace {
  /** Microseconds since 1970, in decimal digits. */
  startMicros: string;
  id: string;
}

interface OwnSessions {
  viewerId: string;
  /** Where the viewer is this: both, when it is left out. */
  role?: 'student' | 'st' | undefined;
  /** What is asked of a session beside. */
  conditions: readonly Prisma.Sql[];
  order: 'asc' | 'desc';
  limit: number;
}

/**
 * The places of a person's sessions by start. Each of their roles is read along its own index and ends
 * at the limit; asked as one condition with OR, the database would read and sort their whole history.
 */
export async function findOwnSessions(
  db: PrismaClient,
  { viewerId, role, conditions, order, limit }: OwnSessions,
): Promise<SessionPlace[]> {
  const inOrder = Prisma.sql`ORDER BY scheduled_start ${DIRECTIONS[order]}, id ${DIRECTIONS[order]} LIMIT ${limit}`;
  const own = (role ? [role] : (['student', 'st'] as const)).map((side) => {
    const all = Prisma.join(
      [Prisma.sql`${PERSON[side]} = ${viewerId}::uuid`, ...conditions],
      ' AND ',
    );
    return Prisma.sql`(SELECT id, scheduled_start FROM sessions WHERE ${all} ${inOrder})`;
  });
  return db.$queryRaw<SessionPlace[]>`
    SELECT id, trunc(extract(epoch FROM scheduled_start) * 1000000)::text AS "startMicros"
    FROM (${Prisma.join(own, ' UNION ALL ')}) AS own ${inOrder}`;
}

const PERSON = { student: Prisma.sql`student_id`, st: Prisma.sql`teacher_id` };
const DIRECTIONS = { asc: Prisma.sql`ASC`, desc: Prisma.sql`DESC` };

export interface SessionFilter {
  role?: 'student' | 'st' | undefined;
  status?: SessionStatus | undefined;
  /** Starts lie from here on, and before `to`. */
  from?: Date | undefined;
  to?: Date | undefined;
  order: 'asc' | 'desc';
}

/** One page of a list of sessions. */
export interface SessionPage {
  sessions: SessionDetail[];
  /** Where the next page begins; null on the last one. */
  next: SessionPlace | null;
}

/**
 * One page of the viewer's sessions, by start: those behind the place `after`, or the first ones. A
 * session that is cancelled or moved between two pages makes none of the others be left out.
 */
export async function listSessions(
  db: PrismaClient,
  page: SessionFilter & { viewerId: string; after: SessionPlace | null; limit: number },
): Promise<SessionPage> {
  const { viewerId, role, order, limit } = page;
  const conditions = conditionsOf(page);
  const found = await findOwnSessions(db, { viewerId, role, conditions, order, limit: limit + 1 });
  const shown = found.slice(0, limit);
  const sessions = await readSessions(
    db,
    shown.map(({ id }) => id),
  );
  return { sessions, next: found.length > limit ? (shown.at(-1) ?? null) : null };
}

function conditionsOf({
  status,
  from,
  to,
  after,
  order,
}: SessionFilter & { after: SessionPlace | null }): Prisma.Sql[] {
  const conditions: Prisma.Sql[] = [];
  if (status) conditions.push(Prisma.sql`status = ${status}::session_status`);
  if (from) conditions.push(Prisma.sql`scheduled_start >= ${from}`);
  if (to) conditions.push(Prisma.sql`scheduled_start < ${to}`);
  if (after) {
    const start = Prisma.sql`timestamptz 'epoch' + ${after.startMicros}::bigint * interval '1 microsecond'`;
    const place = Prisma.sql`(${start}, ${after.id}::uuid)`;
    conditions.push(
      order === 'asc'
        ? Prisma.sql`(scheduled_start, id) > ${place}`
        : Prisma.sql`(scheduled_start, id) < ${place}`,
    );
  }
  return conditions;
}

/** The viewer's sessions that have not ended, as student or ST, soonest first. Fifty at most. */
export async function listUpcomingSessions(
  db: PrismaClient,
  { viewerId, now }: { viewerId: string; now: Date },
): Promise<SessionDetail[]> {
  const found = await findOwnSessions(db, {
    viewerId,
    conditions: [
      ...endsAfter(now),
      Prisma.sql`(status = 'scheduled' OR (status = 'pending_payment' AND hold_expires_at > ${now}))`,
    ],
    order: 'asc',
    limit: UPCOMING_LIMIT,
  });
  return readSessions(
    db,
    found.map(({ id }) => id),
  );
}

/** Conditions for sessions that end after a moment. A session lasts a day at most, and starts are indexed. */
export function endsAfter(moment: Date): Prisma.Sql[] {
  return [
    Prisma.sql`scheduled_end > ${moment}`,
    Prisma.sql`scheduled_start > ${moment}::timestamptz - interval '24 hours'`,
  ];
}
