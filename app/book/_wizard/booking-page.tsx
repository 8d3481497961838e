import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { scheduleLater } from '@/app/actions/enrollments';
import { confirmSession } from '@/app/actions/sessions';
import { Analytics } from '@/components/analytics/analytics';
import { BookingHeader } from '@/components/booking/booking-header';
import { BookingWizard } from '@/components/booking/booking-wizard';
import { Refused } from '@/components/booking/refused';
import { ScheduleLater } from '@/components/booking/schedule-later';
import { ScheduleLaterConfirmation } from '@/components/booking/schedule-later-confirmation';
import { ChooseStStep } from '@/components/booking/steps/st/choose-st-step';
import { Page } from '@/components/ui/page';
import { requireViewer } from '@/lib/auth/viewer';
import { type BookingBlock, bookingBlock } from '@/lib/booking/booking-block';
import { loadWizard } from '@/lib/booking/load-wizard';
import { recoveryLink } from '@/lib/booking/recovery-link';
import {
  blockedWizardData,
  chooseStView,
  type WizardPlace,
  wizardData,
} from '@/lib/booking/wizard-views';
import { db } from '@/lib/db/client';
import { BOOK_SESSION_MESSAGES } from '@/lib/sessions/messages';
import { readAddress, readArrival, type SearchParams } from './arrival';

interface BookingPageProps {
  /** The course in the path, or the ST, which skips the first step. */
  courseId?: string;
  preselectedStId?: string | null;
  searchParams: SearchParams;
}

export async function BookingPage({
  courseId,
  preselectedStId = null,
  searchParams,
}: BookingPageProps) {
  const now = new Date();
  const viewer = await requireViewer();
  const address = await readAddress(searchParams);
  const stId = preselectedStId ?? address.stId;
  const loaded = await loadWizard(db(), { viewer, courseId, stId, time: address.time, now });
  if (!loaded) notFound();

  const { course, enrollment, st } = loaded;
  const { from, before } = await readArrival(address);
  const courseHref = `/courses/${course.id}`;
  const place = {
    ...loaded,
    address: { ...address, from },
    preselectedStId,
    viewerId: viewer.id,
    now,
  };

  const later = enrollment ? (
    <ScheduleLater action={scheduleLater} enrollmentId={enrollment.id} />
  ) : null;

  const content = () => {
    if (address.later && enrollment?.deferredAt) {
      return <ScheduleLaterConfirmation dashboardHref="/dashboard" />;
    }
    const block = bookingBlock(loaded, preselectedStId);
    const instead = <InsteadOfWizard {...{ block, place, later }} />;
    if (!st) return instead;
    // The wizard keeps its place on the page when booking is blocked, so that React keeps the form.
    return (
      <BookingWizard
        data={block ? blockedWizardData(st, place, block) : wizardData(st, place)}
        confirm={confirmSession}
        idempotencyKey={crypto.randomUUID()}
        whenNothingFree={later}
        whenBlocked={block ? instead : null}
      />
    );
  };

  return (
    <Page>
      <BookingHeader courseTitle={course.title} backHref={from ?? courseHref} />
      {content()}
      <Analytics place={{ ...address, courseId: course.id, preselectedStId }} before={before} />
    </Page>
  );
}

interface InsteadOfWizardProps {
  block: BookingBlock | null;
  place: WizardPlace;
  later: ReactNode;
}

/** For a student who cannot book with the ST, or has not chosen one yet. */
function InsteadOfWizard({ block, place, later }: InsteadOfWizardProps) {
  const canChooseSt = place.preselectedStId === null && block === 'ST_UNAVAILABLE';
  if (block === null || canChooseSt) {
    return <ChooseStStep view={chooseStView(place)} scheduleLater={later} />;
  }
  return (
    <Refused message={BOOK_SESSION_MESSAGES[block]} link={recoveryLink(block, place.course.id)} />
  );
}
