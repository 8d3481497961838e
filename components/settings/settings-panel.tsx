import type { ReactNode } from 'react';
import { formatDay, formatTime, formatZone } from '@/lib/time/format';
import type { Instant } from '@/lib/time/intervals';
import { DEFAULT_TIME_ZONE } from '@/lib/time/zone-names';
import { Card } from '../ui/card';
import styles from './settings-panel.module.css';

interface SettingsPanelProps {
  /** The viewer's zone as it is saved; null until they have chosen one. */
  stored: string | null;
  now: Instant;
  /** The form that changes it. */
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
            Every time you see is shown in it. The people you meet see the same hour on their own
            clocks.
          </p>
        </div>
        <p className={styles.now}>
          <time className={styles.clock} dateTime={new Date(now).toISOString()}>
            {formatTime(now, zone)}
          </time>
          <span>
            {formatDay(now, zone)}, {formatZone(now, zone)}
            {stored ? null : ', until you choose a zone'}
          </span>
        </p>
        {children}
      </div>
    </Card>
  );
}
