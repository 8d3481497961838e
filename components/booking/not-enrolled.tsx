import { Refused } from './refused';

/** What a course page's visitor sees instead of the wizard. */
export function NotEnrolled({ enrollHref }: { enrollHref: string }) {
  return <Refused message="You must be enrolled to book." href={enrollHref} label="Enroll now" />;
}
