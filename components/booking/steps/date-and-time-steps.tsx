import type { ReactNode, Ref } from 'react';
import type { Place } from '@/lib/booking/place';
import type { WizardView } from '@/lib/booking/view-model';
import { DateStep } from './date/date-step';
import styles from './date-and-time-steps.module.css';
import { NothingFree } from './nothing-free';
import { TimeStep } from './time/time-step';

interface DateAndTimeStepsProps {
  view: WizardView;
  place: Place;
  headingRef: Ref<HTMLHeadingElement>;
  whenNothingFree?: ReactNode;
}

/** A wide screen shows the calendar beside the times; a phone shows the current step. */
export function DateAndTimeSteps(props: DateAndTimeStepsProps) {
  const { view, place, headingRef, whenNothingFree } = props;
  if (view.days.length === 0) {
    return <NothingFree {...{ view, headingRef }}>{whenNothingFree}</NothingFree>;
  }
  const { day } = place;
  return (
    <div className={styles.steps}>
      <div className={styles.panel} data-date-chosen={day !== null || undefined}>
        <DateStep {...{ view, place }} headingRef={day ? undefined : headingRef} />
      </div>
      {day ? (
        <div className={styles.panel}>
          <TimeStep {...{ view, place, day, headingRef }} />
        </div>
      ) : (
        <p className={styles.placeholder}>Select a date to see times.</p>
      )}
    </div>
  );
}
