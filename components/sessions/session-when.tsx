import { formatFullDay, formatRange, formatRangeZone } from '@/lib/time/format';
import type { Participant, SessionView } from './session-view';
import styles from './session-when.module.css';

interface SessionWhenProps {
  tutoringSession: Pick<SessionView, 'scheduledStart' | 'scheduledEnd'>;
  /** The other participant. */
  person: Pick<Participant, 'name' | 'timezone'>;
  /** The viewer's time zone. */
  zone: string;
}

/** The time in both people's time zones, or once if they share one. */
export function SessionWhen({ tutoringSession, person, zone }: SessionWhenProps) {
  const isShared = person.timezone === zone;
  return (
    <>
      <div>
        <dt>{isShared ? 'When, for both of you' : 'When'}</dt>
        <dd>
          <Hour {...tutoringSession} zone={zone} />
        </dd>
      </div>
      {person.timezone && !isShared ? (
        <div>
          <dt>For {person.name}</dt>
          <dd>
            <Hour {...tutoringSession} zone={person.timezone} />
          </dd>
        </div>
      ) : null}
    </>
  );
}

function Hour({
  scheduledStart,
  scheduledEnd,
  zone,
}: SessionWhenProps['tutoringSession'] & { zone: string }) {
  const during = { start: scheduledStart.getTime(), end: scheduledEnd.getTime() };
  return (
    <time className={styles.hour} dateTime={scheduledStart.toISOString()}>
      <span className={styles.clock}>
        {formatFullDay(during.start, zone)},{' '}
        <span className={styles.range}>{formatRange(during, zone)}</span>
      </span>{' '}
      <span className={styles.zone}>{formatRangeZone(during, zone)}</span>
    </time>
  );
}
