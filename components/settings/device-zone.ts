import { useSyncExternalStore } from 'react';
import type { Instant } from '@/lib/time/intervals';
import { currentZoneName } from '@/lib/time/zone-names';

const DAYS = 366;
const DAY_MS = 24 * 3_600_000;

const neverChanges = () => () => {};

/**
 * The place whose zone this device is set to; null on the server and where the browser names none.
 * UTC is no place: browsers answer with it where they keep the zone to themselves.
 */
export function useDeviceZone(): string | null {
  return useSyncExternalStore(neverChanges, readDeviceZone, () => null);
}

function readDeviceZone(): string | null {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const isPlace = zone?.includes('/') && !zone.startsWith('Etc/');
  return isPlace ? currentZoneName(zone) : null;
}

/**
 * Whether two zones show the same time for a year from `now`, clock changes included. Names differ
 * more than clocks do: Calcutta is Kolkata, and nobody gains by changing Berlin into Vienna. The
 * browser's own zone data decides, since all that follows is whether the device's zone is offered.
 */
export function haveSameClocks(one: string, other: string, now: Instant): boolean {
  if (currentZoneName(one) === currentZoneName(other)) return true;
  try {
    return clocksOf(one, now) === clocksOf(other, now);
  } catch {
    // A browser that is older than the zone does not know it.
    return false;
  }
}

/** What the clocks of `zone` show once a day for a year. */
function clocksOf(timeZone: string, now: Instant): string {
  const clock = new Intl.DateTimeFormat('en', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return Array.from({ length: DAYS }, (_, day) => clock.format(now + day * DAY_MS)).join();
}
