'use client';

import Link from 'next/link';
import { useEffect, useRef } from 'react';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Alternative, WizardView } from '@/lib/booking/view-model';
import { StepLink } from '../steps/step-link';
import styles from './refusal-alert.module.css';
import type { Confirmation } from './use-confirm';
import type { ShownRefusal } from './use-gone-time-refusal';

interface AlternativeButtonProps {
  each: Alternative;
  view: WizardView;
  pending: boolean;
}

/** Submits the form, so that the message and reminders go along with the new time. */
function AlternativeButton({ each, view, pending }: AlternativeButtonProps) {
  const words = each.st ? `${each.label} with ${each.st.name}` : each.label;
  return (
    <SubmitButton
      variant="secondary"
      name="instead"
      value={`${each.st?.id ?? view.st.id} ${each.start}`}
      pendingLabel="Booking…"
      pending={pending}
    >
      Book {words} instead
    </SubmitButton>
  );
}

interface RefusalAlertProps {
  view: WizardView;
  refusal: ShownRefusal;
  confirmation: Confirmation;
  otherTimes: string;
}

export function RefusalAlert({ view, refusal, confirmation, otherTimes }: RefusalAlertProps) {
  // A refusal with a link but no alternatives is not about the time.
  const leadsAway = refusal.action !== undefined && refusal.alternatives.length === 0;
  const hasOtherTimes = !refusal.retryable && !leadsAway && view.days.length > 0;
  const alert = useRef<HTMLDivElement>(null);

  // Each answer is a new object, so that a repeated refusal is announced again. A student whose form was not
  // sent may be typing, and keeps the focus.
  const answered = confirmation.refusal;
  useEffect(() => {
    if (answered) alert.current?.focus({ preventScroll: true });
    alert.current?.scrollIntoView({ block: 'center' });
  }, [answered]);

  return (
    <Notice tone="error" title={refusal.message} ref={alert}>
      {refusal.alternatives.length > 0 ? (
        <ul className={styles.list}>
          {refusal.alternatives.map((each) => (
            <li key={each.href}>
              <AlternativeButton each={each} view={view} pending={confirmation.pending} />
            </li>
          ))}
        </ul>
      ) : null}
      <p className={styles.ways}>
        {hasOtherTimes ? (
          <StepLink className={styles.link} href={otherTimes}>
            See other times
          </StepLink>
        ) : null}
        {refusal.action ? (
          <Link className={styles.link} href={refusal.action.href}>
            {refusal.action.label}
          </Link>
        ) : null}
      </p>
    </Notice>
  );
}
