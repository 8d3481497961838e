import { Prisma, type PrismaClient, type SessionStatus } from '@/prisma/client/client';
import { readSessions, type SessionDetail } from './queries';

const UPCOMING_LIMIT = 50;

/** Where a session stands among all: by its start to the microsecond, as the database has it, and its id. */
export interface SessionCursor {
  /** Microseconds since 1970, in decimal digits. */
  startMicros: string;
  id: string;
}

interface OwnSessions {
  viewerId: string;
  /** Where the viewer is this: both, when it is left out. */
  role?: 'student' | 'st' | undefined;
  /** Conditions on when a session starts, and where it stands among those of its person. */
  places?: readonly Prisma.Sql[];
  /** Conditions on anything else. */
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
  { viewerId, role, places = [], conditions, order, limit }: OwnSessions,
): Promise<SessionCursor[]> {
  const direction = DIRECTIONS[order];
  const inOrder = Prisma.sql`ORDER BY scheduled_start ${direction}, id ${direction}`;
  const own = (role ? [role] : (['student', 'st'] as const)).map((side) => {
    const person = Prisma.sql`${PERSON[side]} = ${viewerId}::uuid`;
    // OFFSET 0 keeps the other conditions out of the inner query. The database would serve them by the
    // index of status and end, and read everybody's sessions to come.
    return Prisma.sql`(
      SELECT id, scheduled_start FROM (
        SELECT * FROM sessions WHERE ${allOf([person, ...places])} ${inOrder} OFFSET 0
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
  /** Starts lie from here on, and before `to`. */
  from?: Date | undefined;
  to?: Date | undefined;
  order: 'asc' | 'desc';
}

/** One page of a list of sessions. */
export interface SessionPage {
  sessions: SessionDetail[];
  /** Where the next page begins; null on the last one. */
  next: SessionCursor | null;
}

/**
 * One page of the viewer's sessions, by start: those behind the place `after`, or the first ones. A
 * session that is cancelled or moved between two pages makes none of the others be left out.
 */
export async function listSessions(
  db: PrismaClient,
  page: SessionFilter & { viewerId: string; after: SessionCursor | null; limit: number },
): Promise<SessionPage> {
  const { viewerId, role, status, order, limit } = page;
  const found = await findOwnSessions(db, {
    viewerId,
    role,
    places: placesOf(page),
    conditions: status ? [Prisma.sql`status = ${status}::session_status`] : [],
    order,
    limit: limit + 1,
  });
  const shown = found.slice(0, limit);
  const sessions = await readSessions(db, idsOf(shown));
  return { sessions, next: found.length > limit ? (shown.at(-1) ?? null) : null };
}

function placesOf({
  from,
  to,
  after,
  order,
}: SessionFilter & { after: SessionCursor | null }): Prisma.Sql[] {
  const places: Prisma.Sql[] = [];
  if (from) places.push(Prisma.sql`scheduled_start >= ${from}`);
  if (to) places.push(Prisma.sql`scheduled_start < ${to}`);
  if (after) {
    const start = Prisma.sql`timestamptz 'epoch' + ${after.startMicros}::bigint * interval '1 microsecond'`;
    const isBehind = order === 'asc' ? Prisma.sql`>` : Prisma.sql`<`;
    places.push(Prisma.sql`(scheduled_start, id) ${isBehind} (${start}, ${after.id}::uuid)`);
  }
  return places;
}

function idsOf(places: readonly SessionCursor[]): string[] {
  return places.map(({ id }) => id);
}

/** The viewer's sessions that have not ended, as student or ST, soonest first. Fifty at most. */
export async function listUpcomingSessions(
  db: PrismaClient,
  { viewerId, now }: { viewerId: string; now: Date },
): Promise<SessionDetail[]> {
  const { places, conditions } = endsAfter(now);
  const found = await findOwnSessions(db, {
    viewerId,
    places,
    conditions: [
      ...conditions,
      Prisma.sql`(status = 'scheduled' OR (status = 'pending_payment' AND hold_expires_at > ${now}))`,
    ],
    order: 'asc',
    limit: UPCOMING_LIMIT,
  });
  return readSessions(db, idsOf(found));
}

/** Conditions for sessions that end after a moment. A session lasts a day at most. */
export function endsAfter(moment: Date) {
  return {
    places: [Prisma.sql`scheduled_start > ${moment}::timestamptz - interval '24 hours'`],
    conditions: [Prisma.sql`scheduled_end > ${moment}`],
  };
}
