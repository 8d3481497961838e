import { millisecondsInMinute } from 'date-fns/constants';
import type { Instant } from '@/lib/time/intervals';
import { offsetAt } from '@/lib/time/zone-offsets';

/** `5 h 45 min ahead of you`. */
export function offsetWords(zone: string, viewerZone: string, now: Instant): string {
  const minutes = (offsetAt(zone, now) - offsetAt(viewerZone, now)) / millisecondsInMinute;
  if (minutes === 0) return 'the same time as you';
  const size = Math.abs(minutes);
  const length = [
    size >= 60 ? `${Math.floor(size / 60)} h` : '',
    size % 60 > 0 ? `${size % 60} min` : '',
  ].filter(Boolean);
  return `${length.join(' ')} ${minutes > 0 ? 'ahead of' : 'behind'} you`;
}
