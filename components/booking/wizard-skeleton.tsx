import { Skeleton } from '../ui/skeleton';
import { VisuallyHidden } from '../ui/visually-hidden';
import styles from './wizard-skeleton.module.css';

const rows = ['first', 'second', 'third'];

/** Stands in for the calendar while a Student-Teacher's free times are worked out. */
export function CalendarSkeleton() {
  return (
    <div className={styles.calendar} role="status">
      <VisuallyHidden>Loading free times…</VisuallyHidden>
      <Skeleton shape="title" />
      <div className={styles.month}>
        <Skeleton shape="block" />
      </div>
    </div>
  );
}

/** Stands in for the Student-Teachers of a course. */
export function StCardsSkeleton() {
  return (
    <div className={styles.cards} role="status">
      <VisuallyHidden>Loading Student-Teachers…</VisuallyHidden>
      {rows.map((row) => (
        <div key={row} className={styles.card}>
          <Skeleton shape="circle" />
          <div className={styles.lines}>
            <Skeleton shape="title" />
            <Skeleton />
          </div>
        </div>
      ))}
    </div>
  );
}
