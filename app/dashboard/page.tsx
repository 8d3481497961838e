import type { Metadata } from 'next';
import { EnrolledCourses } from '@/components/courses/enrolled-courses';
import { NoCourses } from '@/components/courses/no-courses';
import { OtherCourses } from '@/components/courses/other-courses';
import { TaughtCourses } from '@/components/courses/taught-courses';
import { Columns } from '@/components/layout/columns';
import { NoUpcomingSessions } from '@/components/sessions/no-upcoming-sessions';
import { UpcomingSessions } from '@/components/sessions/upcoming-sessions';
import { ZoneNote } from '@/components/settings/zone-note';
import { Page } from '@/components/ui/page';
import { PageHeading } from '@/components/ui/page-heading';
import { Stack } from '@/components/ui/stack';
import { requireViewer } from '@/lib/auth/viewer';
import { listOwnCourses } from '@/lib/courses/queries';
import { db } from '@/lib/db/client';
import { listUpcomingSessions } from '@/lib/sessions/list-sessions';
import { DEFAULT_TIME_ZONE } from '@/lib/time/zone-names';

export const metadata: Metadata = { title: 'Dashboard' };

export default async function DashboardPage() {
  const now = new Date();
  const viewer = await requireViewer();
  const zone = viewer.timezone ?? DEFAULT_TIME_ZONE;
  const [sessions, { enrolled, taught, others }] = await Promise.all([
    listUpcomingSessions(db(), { viewerId: viewer.id, now }),
    listOwnCourses(db(), { userId: viewer.id, now }),
  ]);
  const bookable = enrolled.find((enrollment) => enrollment.sessionsLeft > 0);
  return (
    <Page>
      <Stack gap="large">
        <PageHeading
          title="Your dashboard"
          description={<ZoneNote zone={zone} now={now.getTime()} />}
        />
        <Columns
          main={
            <UpcomingSessions
              sessions={sessions}
              viewerId={viewer.id}
              zone={zone}
              now={now.getTime()}
              empty={<NoUpcomingSessions bookable={bookable?.course ?? null} />}
            />
          }
          aside={
            <>
              <EnrolledCourses
                enrollments={enrolled}
                empty={<NoCourses hasOthers={others.length > 0} />}
              />
              <TaughtCourses courses={taught} />
              <OtherCourses courses={others} />
            </>
          }
        />
      </Stack>
    </Page>
  );
}
