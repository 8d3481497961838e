import { Card } from '../ui/card';
import { LinkButton } from '../ui/link-button';
import styles from './outcome.module.css';

interface RefusedProps {
  message: string;
  /** Where to go from here. */
  href: string;
  label: string;
}

/** Stands where the wizard would, for someone who cannot book here. */
export function Refused({ message, href, label }: RefusedProps) {
  return (
    <div className={styles.below}>
      <Card>
        <div className={styles.outcome}>
          <h2 className={styles.title}>{message}</h2>
          <div className={styles.actions}>
            <LinkButton href={href}>{label}</LinkButton>
          </div>
        </div>
      </Card>
    </div>
  );
}
