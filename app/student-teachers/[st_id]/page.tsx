import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { BookWith } from '@/components/student-teachers/book-with';
import { LocalTime } from '@/components/student-teachers/local-time';
import { StProfile } from '@/components/student-teachers/st-profile';
import { Page } from '@/components/ui/page';
import { requireViewer } from '@/lib/auth/viewer';
import { db } from '@/lib/db/client';
import { readCourseOffers } from '@/lib/student-teachers/course-offers';
import { listedSts } from '@/lib/student-teachers/offering-sts';
import { DEFAULT_TIME_ZONE } from '@/lib/time/zone-names';

interface StPageProps {
  params: Promise<{ st_id: string }>;
}

const readOffers = cache(async (stId: string) => {
  const viewer = await requireViewer();
  return readCourseOffers(db(), { stId, viewerId: viewer.id, now: new Date() });
});

export async function generateMetadata({ params }: StPageProps): Promise<Metadata> {
  const offers = await readOffers((await params).st_id);
  return offers?.sts[0] ? { title: offers.sts[0].user.name } : {};
}

export default async function StPage({ params }: StPageProps) {
  const now = Date.now();
  const viewer = await requireViewer();
  const offers = await readOffers((await params).st_id);
  const [listed] = offers ? listedSts(offers, now) : [];
  if (!offers || !listed) notFound();

  const st = { ...listed, course: offers.course };
  const zone = viewer.timezone ?? DEFAULT_TIME_ZONE;
  return (
    <Page>
      <StProfile
        st={st}
        localTime={
          st.user.timezone && st.user.id !== viewer.id ? (
            <LocalTime zone={st.user.timezone} viewerZone={zone} now={now} />
          ) : null
        }
      >
        <BookWith
          st={st}
          isViewer={st.user.id === viewer.id}
          enrollment={offers.enrollment}
          nextFree={st.nextFree}
          zone={zone}
          now={now}
        />
      </StProfile>
    </Page>
  );
}
