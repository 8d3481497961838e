import Link from 'next/link';
import { formatRange } from '@/lib/time/format';
import type { Instant } from '@/lib/time/intervals';
import { zoneTime } from '@/lib/time/zone-names';
import { Avatar } from '../ui/avatar';
import { Badge } from '../ui/badge';
import styles from './session-row.module.css';
import { otherParticipant, type SessionView } from './session-view';
import { heldUntil, statusWords } from './session-words';

interface SessionRowProps {
  tutoringSession: SessionView;
  viewerId: string;
  zone: string;
  now: Instant;
}

/** The whole row is a link to the session's page. */
export function SessionRow({ tutoringSession, viewerId, zone, now }: SessionRowProps) {
  const { id, course, scheduledStart, scheduledEnd } = tutoringSession;
  const during = { start: scheduledStart.getTime(), end: scheduledEnd.getTime() };
  const { person, isTeacher } = otherParticipant(tutoringSession, viewerId);
  const status = statusWords(tutoringSession, { zone, now });
  const held = heldUntil(tutoringSession, { zone, now });
  return (
    <li className={styles.row}>
      <p className={styles.when}>
        <time className={styles.time} dateTime={scheduledStart.toISOString()}>
          {formatRange(during, zone)}
        </time>
        <span className={styles.zone}>{zoneTime(zone)}</span>
      </p>
      <Avatar name={person.name} url={person.avatarUrl} />
      <div className={styles.words}>
        <Link className={styles.course} href={`/sessions/${id}`}>
          {course.title}
        </Link>
        <p className={styles.who}>
          {isTeacher ? `${person.name} teaches you` : `You teach ${person.name}`}
        </p>
        {held ? <p className={styles.who}>Held until {held}</p> : null}
      </div>
      <div className={styles.status}>
        <Badge tone={status.tone}>{status.label}</Badge>
      </div>
    </li>
  );
}
