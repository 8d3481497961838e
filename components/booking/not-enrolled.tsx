import { Refused } from './refused';

export function NotEnrolled({ enrollHref }: { enrollHref: string }) {
  return <Refused message="You must be enrolled to book." href={enrollHref} label="Enroll now" />;
}
