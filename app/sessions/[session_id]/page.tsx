import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AddToCalendar } from '@/components/sessions/add-to-calendar';
import { SessionDetail } from '@/components/sessions/session-detail';
import { SessionTimeline } from '@/components/sessions/session-timeline';
import { Page } from '@/components/ui/page';
import { requireViewer } from '@/lib/auth/viewer';
import { calendarLinks } from '@/lib/calendar/calendar-links';
import { db } from '@/lib/db/client';
import { env } from '@/lib/env';
import { findSession } from '@/lib/sessions/queries';
import { listSessionEvents } from '@/lib/sessions/session-events';
import { DEFAULT_TIME_ZONE } from '@/lib/time/zone-names';

export const metadata: Metadata = { title: 'Your session' };

interface SessionPageProps {
  params: Promise<{ session_id: string }>;
  searchParams: Promise<{ before?: string | string[] }>;
}

export default async function SessionPage({ params, searchParams }: SessionPageProps) {
  const now = Date.now();
  const viewer = await requireViewer();
  const { session_id: sessionId } = await params;
  const tutoringSession = await findSession(db(), { sessionId, viewerId: viewer.id });
  if (!tutoringSession) notFound();

  const { before } = await searchParams;
  const history = await listSessionEvents(db(), {
    sessionId: tutoringSession.id,
    before: typeof before === 'string' ? before : null,
  });
  const { status, scheduledEnd } = tutoringSession;
  const isAhead = status === 'scheduled' && scheduledEnd.getTime() > now;
  const zone = viewer.timezone ?? DEFAULT_TIME_ZONE;
  return (
    <Page width="reading">
      <SessionDetail
        tutoringSession={tutoringSession}
        viewerId={viewer.id}
        zone={zone}
        now={now}
        timeline={
          <SessionTimeline
            {...history}
            path={`/sessions/${tutoringSession.id}`}
            viewerId={viewer.id}
            zone={zone}
            now={now}
          />
        }
      >
        {isAhead ? (
          <AddToCalendar links={calendarLinks(tutoringSession, viewer, env().NEXTAUTH_URL)} />
        ) : null}
      </SessionDetail>
    </Page>
  );
}
