import { Icon } from '../ui/icon';
import { VisuallyHidden } from '../ui/visually-hidden';
import styles from './st-facts.module.css';

interface StFactsProps {
  /** One to five, or null before the first review. */
  rating: number | null;
  studentsTaught: number;
}

function studentsTaughtLabel(count: number): string {
  if (count === 0) return 'New Student-Teacher';
  return count === 1 ? '1 student taught' : `${count} students taught`;
}

export function StFacts({ rating, studentsTaught }: StFactsProps) {
  return (
    <p className={styles.facts}>
      {rating === null ? null : (
        <span className={styles.rating}>
          <Icon name="star" filled />
          <VisuallyHidden>Rated </VisuallyHidden>
          {rating.toFixed(1)}
          <VisuallyHidden> out of 5</VisuallyHidden>
        </span>
      )}
      {/* Somebody who is rated is not new, even where the sessions were before our time. */}
      {rating !== null && studentsTaught === 0 ? null : (
        <span>{studentsTaughtLabel(studentsTaught)}</span>
      )}
    </p>
  );
}
