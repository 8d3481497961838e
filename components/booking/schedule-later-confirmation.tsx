import { Card } from '../ui/card';
import { Icon } from '../ui/icon';
import { LinkButton } from '../ui/link-button';
import styles from './outcome.module.css';

export function ScheduleLaterConfirmation({ dashboardHref }: { dashboardHref: string }) {
  return (
    <div className={styles.below}>
      <Card>
        <div className={styles.outcome}>
          <span className={styles.mark}>
            <Icon name="clock" />
          </span>
          <h2 className={styles.title}>We'll notify you when you're ready to schedule</h2>
          <p className={styles.lead}>You can schedule anytime from your dashboard</p>
          <div className={styles.actions}>
            <LinkButton href={dashboardHref}>Continue to Dashboard</LinkButton>
          </div>
        </div>
      </Card>
    </div>
  );
}
