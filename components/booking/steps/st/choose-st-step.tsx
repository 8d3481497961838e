import type { ReactNode } from 'react';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import type { ChooseStView } from '@/lib/booking/view-model';
import { BookingLayout } from '../../booking-layout';
import { Summary } from '../../confirm/summary';
import { Progress } from '../progress';
import { StepSection } from '../step-section';
import styles from './choose-st-step.module.css';
import { StCardItem } from './st-card-item';

const steps = ['Student-Teacher', 'Date', 'Time', 'Confirm'].map((name) => ({ name, href: null }));

function NoSts({ courseHref }: { courseHref: string }) {
  return (
    <EmptyState
      title="No Student-Teachers available. Try later."
      actions={
        <LinkButton href={courseHref} variant="secondary">
          Back to course
        </LinkButton>
      }
    />
  );
}

interface ChooseStStepProps {
  view: ChooseStView;
  /** The alternative to choosing now. */
  scheduleLater: ReactNode;
}

export function ChooseStStep({ view, scheduleLater }: ChooseStStepProps) {
  const summary = { ...view, st: null, fullDate: null, time: null };
  return (
    <BookingLayout
      progress={<Progress steps={steps} current={0} />}
      summary={<Summary view={summary} />}
    >
      <StepSection id="select-st" title="Select Student-Teacher">
        {view.cards.length > 0 ? (
          <ul className={styles.cards}>
            {view.cards.map((card) => (
              <StCardItem key={card.id} card={card} />
            ))}
          </ul>
        ) : (
          <NoSts courseHref={view.courseHref} />
        )}
        <p className={styles.or}>or</p>
        {scheduleLater}
      </StepSection>
    </BookingLayout>
  );
}
