import Link from 'next/link';
import { StFacts } from '@/components/student-teachers/st-facts';
import { Avatar } from '@/components/ui/avatar';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { LinkSpinner } from '@/components/ui/link-spinner';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import type { StCard } from '@/lib/booking/view-model';
import styles from './st-card-item.module.css';

export function StCardItem({ card }: { card: StCard }) {
  return (
    <li className={styles.card}>
      {/* Hidden from screen readers, because the name next to it is the same link. */}
      <Link href={card.profileHref} tabIndex={-1} aria-hidden="true">
        <Avatar name={card.name} url={card.avatarUrl} />
      </Link>
      <div className={styles.words}>
        <h3 className={styles.name}>
          <Link href={card.profileHref}>{card.name}</Link>
        </h3>
        <StFacts rating={card.rating} studentsTaught={card.studentsTaught} />
        <p className={styles.next}>
          <Icon name="clock" />
          {card.nextFree ? (
            <span>
              <VisuallyHidden>Next free time: </VisuallyHidden>
              <time>{card.nextFree}</time>
            </span>
          ) : (
            'No free times at the moment'
          )}
        </p>
      </div>
      <div className={styles.select}>
        <LinkButton href={card.href} variant="secondary" aria-label={`Select ${card.name}`}>
          <LinkSpinner />
          Select
        </LinkButton>
      </div>
    </li>
  );
}
