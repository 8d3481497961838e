import type { Ref } from 'react';
import { ConfirmForm, type ConfirmFormProps } from './confirm-form';
import styles from './confirm-step.module.css';

const headingId = 'confirm-booking';

/** Separate from the step, because a phone shows the summary between them. */
export function ConfirmHeading({ headingRef }: { headingRef: Ref<HTMLHeadingElement> }) {
  return (
    <h2 id={headingId} ref={headingRef} tabIndex={-1}>
      Confirm Booking
    </h2>
  );
}

export function ConfirmStep(form: ConfirmFormProps) {
  return (
    <section className={styles.panel} aria-labelledby={headingId}>
      <ConfirmForm {...form} />
    </section>
  );
}
