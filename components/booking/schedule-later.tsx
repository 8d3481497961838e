import { SubmitButton } from '../ui/submit-button';
import styles from './schedule-later.module.css';
import type { FormAction } from './view-model';

/** The other way out of the first step: no Student-Teacher and no time for now. */
export function ScheduleLater({ action }: { action: FormAction }) {
  return (
    <section className={styles.later} aria-labelledby="schedule-later">
      <div>
        <h3 id="schedule-later" className={styles.title}>
          Not ready to pick a time?
        </h3>
        <p className={styles.text}>
          Skip this for now. PeerLoop finds you a Student-Teacher when you are ready.
        </p>
      </div>
      <form action={action}>
        <SubmitButton variant="secondary" pendingLabel="One moment…">
          Schedule Later
        </SubmitButton>
      </form>
    </section>
  );
}
