import type { ReactNode } from 'react';
import { EmptyState } from '../ui/empty-state';
import { LinkButton } from '../ui/link-button';
import { BookingLayout } from './booking-layout';
import styles from './choose-st-step.module.css';
import { Progress } from './progress';
import { StCardItem } from './st-card-item';
import { StepSection } from './step-section';
import { Summary } from './summary';
import type { StCard } from './view-model';

export interface ChooseStView {
  courseTitle: string;
  courseHref: string;
  zoneName: string;
  durationMinutes: number;
  price: string | null;
  cards: readonly StCard[];
}

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
  /** The other way out, as `ScheduleLater` is. */
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
