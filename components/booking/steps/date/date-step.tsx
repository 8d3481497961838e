import type { Ref } from 'react';
import { Notice } from '@/components/ui/notice';
import { daysOnShow, type Place, placeHref } from '@/lib/booking/place';
import type { WizardView } from '@/lib/booking/view-model';
import { dayName } from '@/lib/time/calendar-dates';
import { MonthCalendar } from '../../calendar/month-calendar';
import { GoneNotice } from '../gone-notice';
import { StepLink } from '../step-link';
import { StepSection } from '../step-section';
import styles from './date-step.module.css';
import { QuickOptions } from './quick-options';

interface DateStepProps {
  view: WizardView;
  place: Place;
  headingRef: Ref<HTMLHeadingElement> | undefined;
}

function weekSentence(view: WizardView): string {
  const count = daysOnShow(view, true).length;
  if (count === 0) return 'No free times this week.';
  return `Showing this week only (${count === 1 ? '1 day' : `${count} days`}).`;
}

/** Explains why dates are missing, and how to show them. */
function WeekStatus({ view, place }: { view: WizardView; place: Place }) {
  return (
    <p className={styles.week} role="status">
      {place.thisWeek ? (
        <>
          {weekSentence(view)}{' '}
          <StepLink href={placeHref(view, { date: place.day?.date })}>Show all dates</StepLink>
        </>
      ) : null}
    </p>
  );
}

export function DateStep({ view, place, headingRef }: DateStepProps) {
  return (
    <StepSection id="select-date" title="Select Date" headingRef={headingRef}>
      {place.goneStart && !place.day ? <GoneNotice view={view} start={place.goneStart} /> : null}
      {place.emptyDate ? (
        <Notice tone="warning">
          <p>No free times on {dayName(place.emptyDate)}. Select another date.</p>
        </Notice>
      ) : null}
      <QuickOptions {...{ view, place }} />
      <WeekStatus {...{ view, place }} />
      <MonthCalendar {...{ view, place }} />
      <p className={styles.legend}>
        <span className={styles.sample} aria-hidden="true" />
        Days with free times
      </p>
    </StepSection>
  );
}
