import type { Metadata } from 'next';
import type { SearchParams } from '@/app/book/_wizard/arrival';
import { BookingPage } from '@/app/book/_wizard/booking-page';

export const metadata: Metadata = { title: 'Book a Session' };

interface CourseBookingProps {
  params: Promise<{ course_id: string }>;
  searchParams: SearchParams;
}

export default async function CourseBooking({ params, searchParams }: CourseBookingProps) {
  const { course_id } = await params;
  return <BookingPage courseId={course_id} searchParams={searchParams} />;
}
