import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { BookWith } from '@/components/student-teachers/book-with';
import { LocalTime } from '@/components/student-teachers/local-time';
import { StProfile } from '@/components/student-teachers/st-profile';
import { Page } from '@/components/ui/page';
import { requireViewer } from '@/lib/auth/viewer';
import { db } from '@/lib/db/client';
import { findActiveEnrollment } from '@/lib/enrollments/queries';
import { findOfferingSt } from '@/lib/student-teachers/offering-sts';
import { findStProfile } from '@/lib/student-teachers/queries';
import { DEFAULT_TIME_ZONE } from '@/lib/time/zone-names';

interface StPageProps {
  params: Promise<{ st_id: string }>;
}

const readSt = cache((stId: string) => findStProfile(db(), stId));

export async function generateMetadata({ params }: StPageProps): Promise<Metadata> {
  const st = await readSt((await params).st_id);
  return st ? { title: st.user.name } : {};
}

export default async function StPage({ params }: StPageProps) {
  const now = new Date();
  const viewer = await requireViewer();
  const st = await readSt((await params).st_id);
  if (!st) notFound();

  const courseId = st.course.id;
  const enrollment = await findActiveEnrollment(db(), { studentId: viewer.id, courseId, now });
  // Free times are for students of the course.
  const offering = enrollment
    ? await findOfferingSt(db(), { stId: st.id, courseId, viewerId: viewer.id, now })
    : null;
  const zone = viewer.timezone ?? DEFAULT_TIME_ZONE;
  return (
    <Page>
      <StProfile
        st={st}
        localTime={
          st.user.timezone && st.user.id !== viewer.id ? (
            <LocalTime zone={st.user.timezone} viewerZone={zone} now={now.getTime()} />
          ) : null
        }
      >
        <BookWith
          st={st}
          isViewer={st.user.id === viewer.id}
          enrollment={enrollment}
          nextFree={offering?.starts[0] ?? null}
          zone={zone}
          now={now.getTime()}
        />
      </StProfile>
    </Page>
  );
}
