import Link from 'next/link';
import { formatZone } from '@/lib/time/format';
import type { Instant } from '@/lib/time/intervals';

export function ZoneNote({ zone, now }: { zone: string; now: Instant }) {
  return (
    <>
      Times shown in {formatZone(now, zone)}. <Link href="/settings">Change time zone</Link>
    </>
  );
}
