'use client';

import { useActionState } from 'react';
import type { ScheduleLaterAction } from '@/lib/booking/view-model';
import { Notice } from '../ui/notice';
import { SubmitButton } from '../ui/submit-button';
import styles from './schedule-later.module.css';

interface ScheduleLaterProps {
  action: ScheduleLaterAction;
  enrollmentId: string;
}

export function ScheduleLater({ action, enrollmentId }: ScheduleLaterProps) {
  const [state, submit] = useActionState(action, { error: null });
  return (
    <section className={styles.later} aria-labelledby="schedule-later">
      <div>
        <h3 id="schedule-later" className={styles.title}>
          Decide later
        </h3>
        <p className={styles.text}>
          Skip this for now. We'll find you a Student-Teacher when you're ready.
        </p>
      </div>
      <form action={submit}>
        <input type="hidden" name="enrollment_id" value={enrollmentId} />
        <SubmitButton variant="secondary" pendingLabel="Saving…">
          Schedule Later
        </SubmitButton>
      </form>
      {state.error ? <Notice tone="error" title={state.error} /> : null}
    </section>
  );
}
