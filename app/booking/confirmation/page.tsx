import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { ForgetDraft } from '@/components/booking/forget-draft';
import { SessionBooked } from '@/components/booking/session-booked';
import { AddToCalendar } from '@/components/sessions/add-to-calendar';
import { Page } from '@/components/ui/page';
import { requireViewer } from '@/lib/auth/viewer';
import { draftKey } from '@/lib/booking/draft-key';
import { calendarLinks } from '@/lib/calendar/calendar-links';
import { db } from '@/lib/db/client';
import { env } from '@/lib/env';
import { findSession } from '@/lib/sessions/queries';
import { DEFAULT_TIME_ZONE } from '@/lib/time/zone-names';
import { sessionBookedView } from './view';

export const metadata: Metadata = { title: 'Your session' };

interface ConfirmationProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function Confirmation({ searchParams }: ConfirmationProps) {
  const now = new Date();
  const viewer = await requireViewer();
  const { session: id } = await searchParams;
  const booked =
    typeof id === 'string' ? await findSession(db(), { sessionId: id, viewerId: viewer.id }) : null;
  if (!booked || booked.student.id !== viewer.id) notFound();
  const view = sessionBookedView(booked, { zone: viewer.timezone ?? DEFAULT_TIME_ZONE, now });
  if (!view) redirect(`/sessions/${booked.id}`);
  return (
    <Page width="narrow">
      <SessionBooked view={view}>
        {view.state === 'booked' ? (
          <AddToCalendar links={calendarLinks(booked, viewer, env().NEXTAUTH_URL)} />
        ) : null}
      </SessionBooked>
      <ForgetDraft draftKey={draftKey({ viewerId: viewer.id, courseId: booked.course.id })} />
    </Page>
  );
}
