import { Icon } from '../ui/icon';
import { VisuallyHidden } from '../ui/visually-hidden';
import styles from './st-facts.module.css';

interface StFactsProps {
  /** 1 to 5; null before the first review. */
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
      {/* Someone with a rating is not new, even if they taught before joining PeerLoop. */}
      {rating !== null && studentsTaught === 0 ? null : (
        <span>{studentsTaughtLabel(studentsTaught)}</span>
      )}
    </p>
  );
}
