import { millisecondsInDay } from 'date-fns/constants';
import { useSyncExternalStore } from 'react';
import type { Instant } from '@/lib/time/intervals';
import { currentZoneName } from '@/lib/time/zone-names';

const DAYS = 366;

const neverChanges = () => () => {};

/**
 * The device's time zone; null on the server and when unknown. UTC counts as unknown, because
 * browsers report it to hide the real one.
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
 * Whether two zones show the same time for a year from `now`, clock changes included. Comparing names
 * is not enough: Calcutta is Kolkata, and Vienna has the same time as Berlin. The browser's own zone
 * data will do, because it only decides whether to offer the device's zone.
 */
export function haveSameClocks(one: string, other: string, now: Instant): boolean {
  if (currentZoneName(one) === currentZoneName(other)) return true;
  try {
    return clocksOf(one, now) === clocksOf(other, now);
  } catch {
    // An old browser does not know a new zone.
    return false;
  }
}

/** The local time, sampled once a day for a year. */
function clocksOf(timeZone: string, now: Instant): string {
  const clock = new Intl.DateTimeFormat('en', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return Array.from({ length: DAYS }, (_, day) =>
    clock.format(now + day * millisecondsInDay),
  ).join();
}
