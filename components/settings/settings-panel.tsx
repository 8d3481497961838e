import type { ReactNode } from 'react';
import { formatDay, formatTime, formatZone } from '@/lib/time/format';
import type { Instant } from '@/lib/time/intervals';
import { iso } from '@/lib/time/iso';
import { DEFAULT_TIME_ZONE } from '@/lib/time/zone-names';
import { Card } from '../ui/card';
import styles from './settings-panel.module.css';

interface SettingsPanelProps {
  /** The viewer's saved time zone; null until they choose one. */
  stored: string | null;
  now: Instant;
  /** The form that changes the time zone. */
  children: ReactNode;
}

export function SettingsPanel({ stored, now, children }: SettingsPanelProps) {
  const zone = stored ?? DEFAULT_TIME_ZONE;
  return (
    <Card as="section" aria-labelledby="time-zone-title">
      <div className={styles.panel}>
        <div>
          <h2 id="time-zone-title">Your time zone</h2>
          <p className={styles.text}>
            All times are shown in this time zone. The people you meet see them in their own.
          </p>
        </div>
        <p className={styles.now}>
          <time className={styles.clock} dateTime={iso(now)}>
            {formatTime(now, zone)}
          </time>
          <span>
            {formatDay(now, zone)}, {formatZone(now, zone)}
            {stored ? null : ', until you choose a time zone'}
          </span>
        </p>
        {children}
      </div>
    </Card>
  );
}
