import { sessionOf } from '@/app/api/_answers/session';
import { db } from '@/lib/db';
import { refusals } from '@/lib/problem';
import { ok, refuse } from '@/lib/result';
import { defineRoute } from '@/lib/route';
import { LIST_SESSIONS_MESSAGES } from '@/lib/sessions/messages';
import { listSessions } from '@/lib/sessions/queries';
import { sessionsAnswer, sessionsQuery } from '@/lib/sessions/schema';

export const listSessionsRoute = defineRoute(
  {
    name: 'listSessions',
    summary: "The viewer's own sessions, as student and as ST",
    description:
      'By scheduled_start, page by page. Starts lie from `from` up to, not including, `to`.',
    query: sessionsQuery,
    answer: sessionsAnswer,
    refusals: refusals(LIST_SESSIONS_MESSAGES, { CURSOR_UNKNOWN: 422 }),
  },
  async ({ viewer, query: { cursor, limit, ...filter } }) => {
    const after = cursor === undefined ? null : sessionIdIn(cursor);
    const page = { viewerId: viewer.id, after, limit: limit + 1, ...filter };
    const found = await listSessions(db(), page);
    if (!found) return refuse('CURSOR_UNKNOWN');
    const sessions = found.slice(0, limit);
    const last = found.length > limit ? sessions.at(-1) : undefined;
    return ok({
      sessions: sessions.map((detail) => sessionOf(detail, viewer)),
      next_cursor: last ? cursorOf(last.id) : null,
    });
  },
);

function cursorOf(sessionId: string): string {
  return Buffer.from(sessionId).toString('base64url');
}

function sessionIdIn(cursor: string): string {
  return Buffer.from(cursor, 'base64url').toString();
}
