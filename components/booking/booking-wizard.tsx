'use client';

import { useSearchParams } from 'next/navigation';
import { type ReactNode, useMemo } from 'react';
import { type Place, placeHref, readPlace, readWizard } from '@/lib/booking/place';
import type { ConfirmAction, WizardData, WizardView } from '@/lib/booking/view-model';
import { parseWizardAddress } from '@/lib/booking/wizard-address';
import { BookingLayout } from './booking-layout';
import { ConfirmHeading, ConfirmStep } from './confirm/confirm-step';
import { isEmptyDraft } from './confirm/draft';
import { Summary } from './confirm/summary';
import { useConfirm } from './confirm/use-confirm';
import { useFreshTimes } from './confirm/use-fresh-times';
import { useGoneTimeRefusal } from './confirm/use-gone-time-refusal';
import { DateAndTimeSteps } from './steps/date-and-time-steps';
import { Progress } from './steps/progress';
import { StStrip } from './steps/st/st-strip';
import { StepAnnouncement } from './steps/step-announcement';
import { useStepFocus } from './steps/use-step-focus';

export interface BookingWizardProps {
  data: WizardData;
  confirm: ConfirmAction;
  idempotencyKey: string;
  /** Shown when nothing is free, such as "Schedule Later". */
  whenNothingFree?: ReactNode;
  /** Shown when nothing can be booked, unless the student has filled in the form. */
  whenBlocked?: ReactNode;
}

function stepsOf(view: WizardView, place: Place) {
  const { thisWeek } = place;
  const steps = [
    { name: 'Student-Teacher', href: view.changeStHref },
    { name: 'Date', href: placeHref(view, { thisWeek }) },
    { name: 'Time', href: placeHref(view, { date: place.day?.date, thisWeek }) },
    { name: 'Confirm', href: null },
  ];
  return view.stPreselected ? steps.slice(1) : steps;
}

const stepsAfterSt = ['date', 'time', 'confirm'] as const;

function summaryOf(view: WizardView, { day, slot }: Place) {
  const time = slot && {
    range: slot.range ?? `${slot.startTime}–${slot.endTime}`,
    theirs: slot.theirTime,
  };
  const zoneName = slot?.zoneName ?? view.zoneName;
  return { ...view, zoneName, fullDate: day?.fullDate ?? null, time };
}

/** The steps after choosing a Student-Teacher. Their state is in the URL. */
export function BookingWizard({
  data,
  confirm,
  idempotencyKey,
  whenNothingFree,
  whenBlocked,
}: BookingWizardProps) {
  const view = useMemo(() => readWizard(data), [data]);
  const place = readPlace(view, parseWizardAddress(useSearchParams()));
  const confirmation = useConfirm(confirm, {
    time: place.slot?.start ?? place.goneStart,
    idempotencyKey,
    draftKey: view.draftKey,
  });
  const hasInput = !isEmptyDraft(confirmation.draft);
  const goneTimeRefusal = useGoneTimeRefusal(view, place.goneStart, hasInput);
  const refusal = confirmation.refusal ?? goneTimeRefusal;
  const step = refusal ? 'confirm' : place.step;
  const { rootRef, headingRef } = useStepFocus(step, place.day?.date);
  useFreshTimes(confirmation.refusal);

  if (whenBlocked && !refusal) return whenBlocked;

  const steps = stepsOf(view, place);
  const [dateHref, timeHref] = steps.slice(-3).map((each) => each.href);
  const changes = {
    st: view.changeStHref,
    date: place.day ? dateHref : null,
    time: place.slot ? timeHref : null,
  };
  const current = stepsAfterSt.indexOf(step) + steps.length - stepsAfterSt.length;

  return (
    <div ref={rootRef}>
      <StepAnnouncement place={place} count={`Step ${current + 1} of ${steps.length}`} />
      <BookingLayout
        progress={<Progress steps={steps} current={current} />}
        summary={<Summary view={summaryOf(view, place)} changes={changes} />}
        summaryOnPhone={step === 'confirm'}
        heading={step === 'confirm' ? <ConfirmHeading headingRef={headingRef} /> : null}
      >
        {step === 'confirm' ? (
          <ConfirmStep {...{ view, place, confirmation, refusal }} />
        ) : (
          <>
            <StStrip st={view.st} changeHref={view.changeStHref} />
            <DateAndTimeSteps {...{ view, place, headingRef, whenNothingFree }} />
          </>
        )}
      </BookingLayout>
    </div>
  );
}
