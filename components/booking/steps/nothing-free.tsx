import type { ReactNode, Ref } from 'react';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import type { WizardView } from '@/lib/booking/view-model';
import { dayName } from '@/lib/time/calendar-dates';
import { StepSection } from './step-section';

interface NothingFreeProps {
  view: WizardView;
  headingRef: Ref<HTMLHeadingElement>;
  children?: ReactNode;
}

export function NothingFree({ view, headingRef, children }: NothingFreeProps) {
  return (
    <StepSection id="select-date" title="Select Date" headingRef={headingRef}>
      <EmptyState
        title={`${view.st.name} has no free times until ${dayName(view.lastDate)}.`}
        actions={
          view.changeStHref ? (
            <LinkButton href={view.changeStHref} variant="secondary">
              Choose another Student-Teacher
            </LinkButton>
          ) : null
        }
      >
        <p>New times open up when sessions are moved or hours are added.</p>
      </EmptyState>
      {children}
    </StepSection>
  );
}
