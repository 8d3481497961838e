import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { SearchParams } from '@/app/book/_wizard/arrival';
import { BookingPage } from '@/app/book/_wizard/booking-page';
import { requireViewer } from '@/lib/auth/viewer';
import { db } from '@/lib/db/client';
import { findSt } from '@/lib/student-teachers/queries';

export const metadata: Metadata = { title: 'Book a Session' };

interface StBookingProps {
  params: Promise<{ st_id: string }>;
  searchParams: SearchParams;
}

export default async function StBooking({ params, searchParams }: StBookingProps) {
  await requireViewer();
  const { st_id } = await params;
  const st = await findSt(db(), st_id);
  if (!st) notFound();
  const preselected = { id: st.id, userId: st.user.id };
  return (
    <BookingPage courseId={st.courseId} preselected={preselected} searchParams={searchParams} />
  );
}
