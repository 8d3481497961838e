import type { ReactNode } from 'react';
import type { Instant } from '@/lib/time/intervals';
import { localDate } from '@/lib/time/local-time';
import { SessionRow } from './session-row';
import type { SessionView } from './session-view';
import { dayHeading } from './session-words';
import styles from './upcoming-sessions.module.css';

interface UpcomingSessionsProps {
  /** Soonest first. */
  sessions: readonly SessionView[];
  viewerId: string;
  zone: string;
  now: Instant;
  /** Shown when there are no sessions. */
  empty: ReactNode;
}

export function UpcomingSessions({ sessions, viewerId, zone, now, empty }: UpcomingSessionsProps) {
  return (
    <section className={styles.sessions} aria-labelledby="upcoming-sessions">
      <h2 id="upcoming-sessions">Upcoming sessions</h2>
      {sessions.length === 0 ? empty : null}
      {byDay(sessions, zone).map(([date, [first, ...others]]) => (
        <div key={date} className={styles.day}>
          <h3 className={styles.date}>
            {dayHeading(first.scheduledStart.getTime(), { zone, now })}
          </h3>
          <ul className={styles.list}>
            {[first, ...others].map((tutoringSession) => (
              <SessionRow
                key={tutoringSession.id}
                tutoringSession={tutoringSession}
                viewerId={viewerId}
                zone={zone}
                now={now}
              />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

type OneOrMore<T> = [T, ...T[]];

function byDay(sessions: readonly SessionView[], zone: string): [string, OneOrMore<SessionView>][] {
  const days = new Map<string, OneOrMore<SessionView>>();
  for (const tutoringSession of sessions) {
    const date = localDate(tutoringSession.scheduledStart.getTime(), zone);
    const day = days.get(date);
    if (day) day.push(tutoringSession);
    else days.set(date, [tutoringSession]);
  }
  return [...days];
}
