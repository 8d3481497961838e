'use client';

import { lazy, Suspense, useState, useSyncExternalStore } from 'react';
import type { TimeZoneOfferProps } from './time-zone-offer';

const TimeZoneOffer = lazy(() =>
  import('./time-zone-offer').then((module) => ({ default: module.TimeZoneOffer })),
);

const neverChanges = () => () => {};

/** The device's time zone; null on the server, and when the browser hides it. */
function readDeviceZone(): string | null {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return zone?.includes('/') ? zone : null;
}

/** Loads the offer only when the device's zone differs from the saved one, which is rare. */
export function TimeZoneOfferWhenNeeded(props: TimeZoneOfferProps) {
  const device = useSyncExternalStore(neverChanges, readDeviceZone, () => null);
  // Once the offer is accepted the zones match, but its confirmation must stay visible.
  const [storedAtFirst] = useState(props.stored);
  if (device === null || (device === props.stored && device === storedAtFirst)) return null;
  return (
    <Suspense fallback={null}>
      <TimeZoneOffer {...props} />
    </Suspense>
  );
}
