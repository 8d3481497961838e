'use client';

import { lazy, Suspense, useState, useSyncExternalStore } from 'react';
import type { TimeZoneOfferProps } from './time-zone-offer';

const TimeZoneOffer = lazy(() =>
  import('./time-zone-offer').then((module) => ({ default: module.TimeZoneOffer })),
);

const neverChanges = () => () => {};

/** The zone this device is set to; null on the server, and where the browser keeps it to itself. */
function readDeviceZone(): string | null {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return zone?.includes('/') ? zone : null;
}

/** Loads the offer only where the device names another zone than the saved one: few ever need it. */
export function TimeZoneOfferWhenNeeded(props: TimeZoneOfferProps) {
  const device = useSyncExternalStore(neverChanges, readDeviceZone, () => null);
  // Once the offer has been taken both agree, and it still has to say so.
  const [storedAtFirst] = useState(props.stored);
  if (device === null || (device === props.stored && device === storedAtFirst)) return null;
  return (
    <Suspense fallback={null}>
      <TimeZoneOffer {...props} />
    </Suspense>
  );
}
