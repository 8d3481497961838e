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
  /** The session's start as it was after the event. */
  scheduledStart: Date;
  /** Null where the system or the people who run it did it. */
  actor: { id: string; name: string } | null;
}

/** `Booked by you`: what happened, and who did it where a person did. */
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
      return `Given to another Student-Teacher${by}`;
    case 'cancelled':
      return `Cancelled${by}`;
    case 'completed':
      return 'Took place';
    case 'no_show':
      return 'Somebody did not come';
    case 'expired':
      return 'Let go, as it was not paid in time';
    case 'reopened':
      return `Opened again${by}`;
    case 'edited':
      return `Details changed${by}`;
  }
}
