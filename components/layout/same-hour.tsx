import { millisecondsInDay, millisecondsInHour } from 'date-fns/constants';
import { formatDay, formatTime } from '@/lib/time/format';
import type { Instant } from '@/lib/time/intervals';
import { iso } from '@/lib/time/iso';
import { zoneCity } from '@/lib/time/zone-names';
import { offsetAt } from '@/lib/time/zone-offsets';
import styles from './same-hour.module.css';

const ZONES = ['America/New_York', 'Europe/Berlin', 'Asia/Kathmandu'] as const;

/** An illustration: the same hour tomorrow in three time zones. */
export function SameHour({ now }: { now: Instant }) {
  const start =
    Math.floor(now / millisecondsInDay) * millisecondsInDay +
    millisecondsInDay +
    15 * millisecondsInHour;
  return (
    <figure className={styles.figure}>
      <ul className={styles.people}>
        {ZONES.map((zone) => (
          <li key={zone}>
            <p className={styles.words}>
              <span className={styles.city}>{zoneCity(zone)}</span>
              <time className={styles.time} dateTime={iso(start)}>
                {formatTime(start, zone)}
              </time>
            </p>
            <DayRuler zone={zone} middle={start} />
          </li>
        ))}
      </ul>
      <figcaption className={styles.caption}>
        <p>One session on {formatDay(start, 'UTC')}, in three time zones.</p>
        <ul className={styles.legend} aria-label="Legend">
          <li data-color="session">The session</li>
          <li data-color="day">Day (07:00–22:00)</li>
          <li data-color="night">Night</li>
        </ul>
      </figcaption>
    </figure>
  );
}

/** A bar for the 24 hours around `middle`, with 07:00 to 22:00 in `zone` in the day color. */
function DayRuler({ zone, middle }: { zone: string; middle: Instant }) {
  const from = middle - millisecondsInDay / 2;
  const offset = offsetAt(zone, middle);
  const midnight = Math.floor((from + offset) / millisecondsInDay) * millisecondsInDay - offset;
  const percent = (instant: Instant) =>
    Math.min(100, Math.max(0, ((instant - from) / millisecondsInDay) * 100));
  return (
    <svg className={styles.ruler} aria-hidden="true" width="100%" height="28">
      {[midnight, midnight + millisecondsInDay].map((day) => {
        const left = percent(day + 7 * millisecondsInHour);
        const width = percent(day + 22 * millisecondsInHour) - left;
        return (
          <rect
            key={day}
            className={styles.daytime}
            x={`${left}%`}
            width={`${width}%`}
            height="28"
          />
        );
      })}
    </svg>
  );
}
