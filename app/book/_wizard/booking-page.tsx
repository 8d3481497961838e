import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { scheduleLater } from '@/app/actions/enrollments';
import { confirmSession } from '@/app/actions/sessions';
import { Analytics } from '@/components/analytics/analytics';
import { BookingHeader } from '@/components/booking/booking-header';
import { BookingWizard } from '@/components/booking/booking-wizard';
import { NotEnrolled } from '@/components/booking/not-enrolled';
import { Refused } from '@/components/booking/refused';
import { ScheduleLater } from '@/components/booking/schedule-later';
import { ScheduleLaterConfirmation } from '@/components/booking/schedule-later-confirmation';
import { ChooseStStep } from '@/components/booking/steps/choose-st-step';
import { Page } from '@/components/ui/page';
import { requireViewer } from '@/lib/auth/viewer';
import { loadWizard } from '@/lib/booking/load-wizard';
import { wizardPath } from '@/lib/booking/wizard-address';
import {
  chooseStView,
  closedWizardView,
  type WizardPlace,
  wizardView,
} from '@/lib/booking/wizard-views';
import { BOOK_SESSION_MESSAGES } from '@/lib/sessions/messages';
import { readAddress, readArrival, type SearchParams } from './arrival';

interface BookingPageProps {
  courseId: string;
  /** The ST in the path, which skips the first step. */
  preselected: { id: string; userId: string } | null;
  searchParams: SearchParams;
}

export async function BookingPage({ courseId, preselected, searchParams }: BookingPageProps) {
  const now = new Date();
  const viewer = await requireViewer();
  const address = await readAddress(searchParams);
  const stId = preselected?.id ?? address.stId;
  const loaded = await loadWizard({ viewer, courseId, stId, time: address.time, now });
  if (!loaded) notFound();

  const { course, enrollment, st } = loaded;
  const { from, before } = await readArrival(address);
  const courseHref = `/courses/${course.id}`;
  const preselectedStId = preselected?.id ?? null;
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
    const closed = whyClosed({ viewer, preselected, place, later });
    if (!st) return closed;
    // Stands at one place of the page in every case: a form that was sent finds its answer there.
    return (
      <BookingWizard
        view={closed ? closedWizardView(st, place) : wizardView(st, place)}
        confirm={confirmSession}
        idempotencyKey={crypto.randomUUID()}
        whenNothingFree={later}
        whenClosed={closed}
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

interface Closing {
  viewer: { id: string };
  preselected: BookingPageProps['preselected'];
  place: WizardPlace;
  later: ReactNode;
}

/** What stands here instead of the wizard; null where the student can book with the ST. */
function whyClosed({ viewer, preselected, place, later }: Closing): ReactNode {
  const { course, enrollment, st } = place;
  const courseHref = `/courses/${course.id}`;
  if (!enrollment) return <NotEnrolled enrollHref={courseHref} />;
  if (enrollment.sessionsLeft <= 0) {
    return (
      <Refused
        message={BOOK_SESSION_MESSAGES.NO_SESSIONS_LEFT}
        href="/dashboard"
        label="Back to Dashboard"
      />
    );
  }
  if (st?.isActive) return null;
  if (preselected) {
    const code = preselected.userId === viewer.id ? 'OWN_SESSION' : 'ST_UNAVAILABLE';
    return (
      <Refused
        message={BOOK_SESSION_MESSAGES[code]}
        href={wizardPath(course.id)}
        label="Choose another Student-Teacher"
      />
    );
  }
  return <ChooseStStep view={chooseStView(place)} scheduleLater={later} />;
}
