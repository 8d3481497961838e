import type { Metadata } from 'next';
import type { SearchParams } from '@/app/book/_wizard/arrival';
import { BookingPage } from '@/app/book/_wizard/booking-page';

export const metadata: Metadata = { title: 'Book a Session' };

interface StBookingProps {
  params: Promise<{ st_id: string }>;
  searchParams: SearchParams;
}

export default async function StBooking({ params, searchParams }: StBookingProps) {
  const { st_id } = await params;
  return <BookingPage preselectedStId={st_id} searchParams={searchParams} />;
}
