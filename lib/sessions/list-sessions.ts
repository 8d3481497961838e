import { Prisma, type PrismaClient, type SessionStatus } from '@/prisma/client/client';
import { readSessions, type SessionDetail } from './queries';

const UPCOMING_LIMIT = 50;

/** A position in a list of sessions: start and id. Microseconds, because a `Date` would lose precision. */
export interface SessionCursor {
  /** Microseconds since 1970, in decimal digits. */
  startMicros: string;
  id: string;
}

interface CursorQuery {
  viewerId: string;
  /** The viewer's role in the sessions; both roles if absent. */
  role?: 'student' | 'st' | undefined;
  /** Conditions on start and id, which an index serves. */
  startConditions?: readonly Prisma.Sql[];
  /** All other conditions. */
  conditions: readonly Prisma.Sql[];
  order: 'asc' | 'desc';
  limit: number;
}

/**
 * Finds the cursors of a person's sessions, ordered by start. Each role is a separate query on its own
 * index, up to the limit. With OR, PostgreSQL would read and sort the person's whole history.
 */
export async function findSessionCursors(
  db: PrismaClient,
  { viewerId, role, startConditions = [], conditions, order, limit }: CursorQuery,
): Promise<SessionCursor[]> {
  const direction = DIRECTIONS[order];
  const inOrder = Prisma.sql`ORDER BY scheduled_start ${direction}, id ${direction}`;
  const own = (role ? [role] : (['student', 'st'] as const)).map((side) => {
    const person = Prisma.sql`${PERSON[side]} = ${viewerId}::uuid`;
    // OFFSET 0 is an optimization fence. Without it, PostgreSQL would use the index on status and end,
    // and read the future sessions of all people.
    return Prisma.sql`(
      SELECT id, scheduled_start FROM (
        SELECT * FROM sessions WHERE ${allOf([person, ...startConditions])} ${inOrder} OFFSET 0
      ) AS of_person WHERE ${allOf(conditions)} ${inOrder} LIMIT ${limit})`;
  });
  return db.$queryRaw<SessionCursor[]>`
    SELECT id, trunc(extract(epoch FROM scheduled_start) * 1000000)::text AS "startMicros"
    FROM (${Prisma.join(own, ' UNION ALL ')}) AS own ${inOrder} LIMIT ${limit}`;
}

function allOf(conditions: readonly Prisma.Sql[]): Prisma.Sql {
  return conditions.length === 0 ? Prisma.sql`true` : Prisma.join([...conditions], ' AND ');
}

const PERSON = { student: Prisma.sql`student_id`, st: Prisma.sql`teacher_id` };
const DIRECTIONS = { asc: Prisma.sql`ASC`, desc: Prisma.sql`DESC` };

export interface SessionFilter {
  role?: 'student' | 'st' | undefined;
  status?: SessionStatus | undefined;
  /** The earliest start, inclusive. */
  from?: Date | undefined;
  /** The latest start, exclusive. */
  to?: Date | undefined;
  order: 'asc' | 'desc';
}

export interface SessionPage {
  sessions: SessionDetail[];
  /** The cursor of the next page; null on the last page. */
  next: SessionCursor | null;
}

/**
 * One page of the viewer's sessions, ordered by start: those after the cursor `after`, or the first
 * ones. Keyset pagination, so that a change between two requests cannot skip another session.
 */
export async function listSessions(
  db: PrismaClient,
  page: SessionFilter & { viewerId: string; after: SessionCursor | null; limit: number },
): Promise<SessionPage> {
  const { viewerId, role, status, order, limit } = page;
  const found = await findSessionCursors(db, {
    viewerId,
    role,
    startConditions: startConditionsOf(page),
    conditions: status ? [Prisma.sql`status = ${status}::session_status`] : [],
    order,
    limit: limit + 1,
  });
  const shown = found.slice(0, limit);
  const sessions = await readSessions(db, idsOf(shown));
  return { sessions, next: found.length > limit ? (shown.at(-1) ?? null) : null };
}

function startConditionsOf({
  from,
  to,
  after,
  order,
}: SessionFilter & { after: SessionCursor | null }): Prisma.Sql[] {
  const conditions: Prisma.Sql[] = [];
  if (from) conditions.push(Prisma.sql`scheduled_start >= ${from}`);
  if (to) conditions.push(Prisma.sql`scheduled_start < ${to}`);
  if (after) {
    const start = Prisma.sql`timestamptz 'epoch' + ${after.startMicros}::bigint * interval '1 microsecond'`;
    const operator = order === 'asc' ? Prisma.sql`>` : Prisma.sql`<`;
    conditions.push(Prisma.sql`(scheduled_start, id) ${operator} (${start}, ${after.id}::uuid)`);
  }
  return conditions;
}

function idsOf(cursors: readonly SessionCursor[]): string[] {
  return cursors.map(({ id }) => id);
}

/** The viewer's sessions that have not ended, as student or ST, earliest first. At most 50. */
export async function listUpcomingSessions(
  db: PrismaClient,
  { viewerId, now }: { viewerId: string; now: Date },
): Promise<SessionDetail[]> {
  const { startConditions, conditions } = endsAfter(now);
  const found = await findSessionCursors(db, {
    viewerId,
    startConditions,
    conditions: [
      ...conditions,
      Prisma.sql`(status = 'scheduled' OR (status = 'pending_payment' AND hold_expires_at > ${now}))`,
    ],
    order: 'asc',
    limit: UPCOMING_LIMIT,
  });
  return readSessions(db, idsOf(found));
}

/** Conditions for sessions that end after `time`. The bound on the start works because no session exceeds a day. */
export function endsAfter(time: Date) {
  return {
    startConditions: [Prisma.sql`scheduled_start > ${time}::timestamptz - interval '24 hours'`],
    conditions: [Prisma.sql`scheduled_end > ${time}`],
  };
}
