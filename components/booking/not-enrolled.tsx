import { Card } from '../ui/card';
import { LinkButton } from '../ui/link-button';
import styles from './outcome.module.css';

/** What a course page's visitor sees instead of the wizard. */
export function NotEnrolled({ enrollHref }: { enrollHref: string }) {
  return (
    <Card>
      <div className={styles.outcome}>
        <h2 className={styles.title}>You must be enrolled to book.</h2>
        <div className={styles.actions}>
          <LinkButton href={enrollHref}>Enroll now</LinkButton>
        </div>
      </div>
    </Card>
  );
}
