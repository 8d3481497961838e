import { clockTime, type Reading } from './session-words';

export interface SessionEventView {
  id: string;
  kind:
    | 'held'
    | 'booked'
    | 'moved'
    | 'reassigned'
    | 'cancelled'
    | 'completed'
    | 'no_show'
    | 'expired'
    | 'reopened'
    | 'edited';
  happenedAt: Date;
  /** The session's start after the event. */
  scheduledStart: Date;
  /** Null for the system and its operators. */
  actor: { id: string; name: string } | null;
}

/** `Booked by you`, or `Booked` if no person did it. */
export function eventWords(
  { kind, scheduledStart, actor }: SessionEventView,
  { viewerId, ...reading }: Reading & { viewerId: string },
): string {
  const by = actor ? ` by ${actor.id === viewerId ? 'you' : actor.name}` : '';
  switch (kind) {
    case 'held':
      return `Held for payment${by}`;
    case 'booked':
      return `Booked${by}`;
    case 'moved':
      return `Moved to ${clockTime(scheduledStart.getTime(), reading)}${by}`;
    case 'reassigned':
      return `Reassigned to another Student-Teacher${by}`;
    case 'cancelled':
      return `Cancelled${by}`;
    case 'completed':
      return 'Completed';
    case 'no_show':
      return 'Marked as a no-show';
    case 'expired':
      return 'Hold expired: payment not received';
    case 'reopened':
      return `Reopened${by}`;
    case 'edited':
      return `Details changed${by}`;
  }
}
