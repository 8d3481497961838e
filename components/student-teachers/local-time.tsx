import { formatShortDay, formatTime } from '@/lib/time/format';
import type { Instant } from '@/lib/time/intervals';
import { localDate } from '@/lib/time/local-time';
import { zonePlace } from '@/lib/time/zone-names';
import styles from './local-time.module.css';
import { offsetWords } from './offset-words';

interface LocalTimeProps {
  /** The other person's. */
  zone: string;
  viewerZone: string;
  now: Instant;
}

/** What the clock shows where the other person is, and how far that is from the viewer's. */
export function LocalTime({ zone, viewerZone, now }: LocalTimeProps) {
  const isSameDay = localDate(now, zone) === localDate(now, viewerZone);
  return (
    <p className={styles.line}>
      It is{' '}
      <time className={styles.clock} dateTime={new Date(now).toISOString()}>
        {isSameDay ? '' : `${formatShortDay(now, zone)}, `}
        {formatTime(now, zone)}
      </time>{' '}
      now in {zonePlace(zone)}, {offsetWords(zone, viewerZone, now)}.
    </p>
  );
}
