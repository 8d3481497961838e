import { Icon } from '@/components/ui/icon';
import { type Place, placeHref } from '@/lib/booking/place';
import type { WizardView } from '@/lib/booking/view-model';
import { shortDayName } from '@/lib/time/calendar-dates';
import { StepLink } from '../step-link';
import styles from './quick-options.module.css';

export function QuickOptions({ view, place }: { view: WizardView; place: Place }) {
  const first = view.days[0];
  const date = place.day?.date;
  return (
    <ul className={styles.options} aria-label="Quick options">
      {first ? (
        <li>
          <StepLink
            className={styles.option}
            href={placeHref(view, { date: first.date })}
            data-shrinks
          >
            <span>Next Available</span>
            <span className={styles.detail}>{shortDayName(first.date)}</span>
          </StepLink>
        </li>
      ) : null}
      <li>
        <StepLink
          className={styles.option}
          href={placeHref(view, { date, thisWeek: !place.thisWeek })}
          aria-current={place.thisWeek ? 'true' : undefined}
        >
          {place.thisWeek ? <Icon name="check" /> : null}
          <span>This Week</span>
        </StepLink>
      </li>
    </ul>
  );
}
