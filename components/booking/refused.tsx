import type { RecoveryLink } from '@/lib/booking/view-model';
import { Card } from '../ui/card';
import { LinkButton } from '../ui/link-button';
import styles from './outcome.module.css';

interface RefusedProps {
  message: string;
  link: RecoveryLink;
}

/** Replaces the wizard for someone who cannot book. */
export function Refused({ message, link }: RefusedProps) {
  return (
    <div className={styles.below}>
      <Card>
        <div className={styles.outcome}>
          <h2 className={styles.title}>{message}</h2>
          <div className={styles.actions}>
            <LinkButton href={link.href}>{link.label}</LinkButton>
          </div>
        </div>
      </Card>
    </div>
  );
}
