import Link from 'next/link';
import type { Ref } from 'react';
import { Icon } from '@/components/ui/icon';
import { Notice } from '@/components/ui/notice';
import { type Place, placeHref } from '@/lib/booking/place';
import type { DayView, WizardView } from '@/lib/booking/view-model';
import { GoneNotice } from '../gone-notice';
import { StepLink } from '../step-link';
import { StepSection } from '../step-section';
import { NeighbouringDays } from './neighbouring-days';
import { TimeSlots } from './time-slots';
import styles from './time-step.module.css';

interface TimeStepProps {
  view: WizardView;
  place: Place;
  day: DayView;
  headingRef: Ref<HTMLHeadingElement>;
}

export function TimeStep({ view, place, day, headingRef }: TimeStepProps) {
  const { thisWeek } = place;
  const allDates = (
    <StepLink className={styles.back} href={placeHref(view, { thisWeek })}>
      <Icon name="calendar" />
      All dates
    </StepLink>
  );
  return (
    <StepSection
      id="select-time"
      title="Select Time"
      context={day.fullDate}
      back={allDates}
      headingRef={headingRef}
    >
      {place.goneStart ? <GoneNotice view={view} start={place.goneStart} /> : null}
      {day.clockChange ? (
        <Notice>
          <p>{day.clockChange}</p>
        </Notice>
      ) : null}
      <p className={styles.zone}>
        Times shown in {day.zoneName ?? view.zoneName}{' '}
        <Link href={view.settingsHref} aria-label="Change time zone">
          Change
        </Link>
      </p>
      <TimeSlots {...{ view, day, thisWeek }} />
      <NeighbouringDays {...{ view, place, day }} />
    </StepSection>
  );
}
