import { BOOK_SESSION_MESSAGES } from '@/lib/sessions/messages';
import { Refused } from './refused';

export function NotEnrolled({ enrollHref }: { enrollHref: string }) {
  return (
    <Refused message={BOOK_SESSION_MESSAGES.NOT_ENROLLED} href={enrollHref} label="Enroll now" />
  );
}
