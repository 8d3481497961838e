import { formatShortDay, formatTime } from '@/lib/time/format';
import type { Instant } from '@/lib/time/intervals';
import { iso } from '@/lib/time/iso';
import { localDate } from '@/lib/time/local-time';
import { zoneCity } from '@/lib/time/zone-names';
import styles from './local-time.module.css';
import { offsetWords } from './offset-words';

interface LocalTimeProps {
  /** The other person's time zone. */
  zone: string;
  viewerZone: string;
  now: Instant;
}

export function LocalTime({ zone, viewerZone, now }: LocalTimeProps) {
  const isSameDay = localDate(now, zone) === localDate(now, viewerZone);
  return (
    <p className={styles.line}>
      It's now{' '}
      <time className={styles.clock} dateTime={iso(now)}>
        {isSameDay ? '' : `${formatShortDay(now, zone)}, `}
        {formatTime(now, zone)}
      </time>{' '}
      in {zoneCity(zone)}, {offsetWords(zone, viewerZone, now)}.
    </p>
  );
}
