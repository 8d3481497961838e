import { Icon } from '@/components/ui/icon';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { daysOnShow, type Place, placeHref } from '@/lib/booking/place';
import type { DayView, WizardView } from '@/lib/booking/view-model';
import { shortDayName } from '@/lib/time/calendar-dates';
import { StepLink } from '../step-link';
import styles from './neighbouring-days.module.css';

interface NeighbouringDaysProps {
  view: WizardView;
  place: Place;
  day: DayView;
}

/** Links to the nearest days with times, so that people can compare days without the calendar. */
export function NeighbouringDays({ view, place, day }: NeighbouringDaysProps) {
  const days = daysOnShow(view, place.thisWeek);
  const previous = days.findLast((each) => each.date < day.date);
  const next = days.find((each) => each.date > day.date);
  if (!previous && !next) return null;
  const href = (date: string) => placeHref(view, { date, thisWeek: place.thisWeek });
  return (
    <nav className={styles.days} aria-label="Other days">
      {previous ? (
        <StepLink className={styles.link} href={href(previous.date)}>
          <Icon name="back" />
          <VisuallyHidden>Previous day with times: </VisuallyHidden>
          {shortDayName(previous.date)}
        </StepLink>
      ) : null}
      {next ? (
        <StepLink className={styles.link} href={href(next.date)} data-next>
          <VisuallyHidden>Next day with times: </VisuallyHidden>
          {shortDayName(next.date)}
          <Icon name="forward" />
        </StepLink>
      ) : null}
    </nav>
  );
}
