import { nextFreeText } from '@/lib/booking/calendar-views';
import type { Instant } from '@/lib/time/intervals';
import { iso } from '@/lib/time/iso';
import { zoneTime } from '@/lib/time/zone-names';
import styles from './next-free.module.css';

interface NextFreeProps {
  /** Null when nothing is free within the booking horizon. */
  start: Instant | null;
  zone: string;
  now: Instant;
}

export function NextFree({ start, zone, now }: NextFreeProps) {
  if (start === null) return <p className={styles.next}>No free times at the moment</p>;
  return (
    <p className={styles.next}>
      Next free:{' '}
      <time dateTime={iso(start)}>
        {nextFreeText(start, zone, now)} {zoneTime(zone)}
      </time>
    </p>
  );
}
