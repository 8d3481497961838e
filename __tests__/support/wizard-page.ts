import { renderToString } from 'react-dom/server';
import { askServerFor } from '@/__tests__/components/booking/navigation';
import { BookingPage } from '@/app/book/_wizard/booking-page';
import StBooking from '@/app/book/[st_id]/page';
import { requireViewer } from '@/lib/auth/viewer';
import { db } from '@/lib/db/client';
import { findViewer } from '@/lib/users/queries';

/** An address of the wizard: of a course, or of one ST. */
export interface WizardAddress {
  courseId?: string;
  stId?: string;
  search?: Record<string, string>;
}

/**
 * What the server sends a person who opens the wizard, before any script has run. Needs mocks of
 * `requireViewer`, `next/headers` and `next/navigation`.
 */
export async function openWizard(
  viewer: { id: string },
  { courseId, stId, search = {} }: WizardAddress,
): Promise<string> {
  jest.mocked(requireViewer).mockImplementation(async () => {
    const found = await findViewer(db(), viewer.id);
    if (!found) throw new Error('Nobody has this id.');
    return found;
  });
  askServerFor(`?${new URLSearchParams(search)}`);
  const searchParams = Promise.resolve(search);
  if (courseId) {
    return renderToString(await BookingPage({ courseId, searchParams }));
  }
  const { props } = await StBooking({
    params: Promise.resolve({ st_id: stId ?? '' }),
    searchParams,
  });
  return renderToString(await BookingPage(props));
}
