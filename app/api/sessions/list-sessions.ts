import { sessionOf } from '@/app/api/_answers/session';
import { db } from '@/lib/db/client';
import { isUuid } from '@/lib/db/ids';
import { refusals } from '@/lib/http/api/problem';
import { defineRoute } from '@/lib/http/api/route';
import { ok, refuse } from '@/lib/result';
import { listSessions, type SessionCursor } from '@/lib/sessions/list-sessions';
import { LIST_SESSIONS_MESSAGES } from '@/lib/sessions/messages';
import { sessionsAnswer, sessionsQuery } from '@/lib/sessions/schema';

export const listSessionsRoute = defineRoute(
  {
    name: 'listSessions',
    summary: "The viewer's sessions, as student and as ST",
    description:
      'Ordered by scheduled_start, with a cursor. `from` is inclusive, `to` is exclusive.',
    query: sessionsQuery,
    answer: sessionsAnswer,
    refusals: refusals(LIST_SESSIONS_MESSAGES, { CURSOR_UNKNOWN: 422 }),
  },
  async ({ viewer, query: { cursor, ...query } }) => {
    const after = cursor === undefined ? null : parseCursor(cursor);
    if (cursor !== undefined && !after) return refuse('CURSOR_UNKNOWN');
    const { sessions, next } = await listSessions(db(), { viewerId: viewer.id, after, ...query });
    return ok({
      sessions: sessions.map((detail) => sessionOf(detail, viewer)),
      next_cursor: next && formatCursor(next),
    });
  },
);

const CURSOR = /^(?<startMicros>-?\d{1,16}) (?<id>\S+)$/;

/** A cursor is only a position, so that it still works when its session is gone. */
function formatCursor({ startMicros, id }: SessionCursor): string {
  return Buffer.from(`${startMicros} ${id}`).toString('base64url');
}

function parseCursor(cursor: string): SessionCursor | null {
  const { startMicros = '', id = '' } =
    CURSOR.exec(Buffer.from(cursor, 'base64url').toString())?.groups ?? {};
  return isUuid(id) ? { startMicros, id } : null;
}
