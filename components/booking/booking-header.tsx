import { BackLink } from '../ui/back-link';
import styles from './booking-header.module.css';

interface BookingHeaderProps {
  courseTitle: string;
  backHref: string;
  backLabel?: string;
}

export function BookingHeader({ courseTitle, backHref, backLabel = 'Back' }: BookingHeaderProps) {
  return (
    <header className={styles.header}>
      <div className={styles.back}>
        <BackLink href={backHref}>{backLabel}</BackLink>
      </div>
      <h1 className={styles.title}>Book a Session</h1>
      <p className={styles.course}>for {courseTitle}</p>
    </header>
  );
}
