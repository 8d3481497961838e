'use client';

import { usePathname } from 'next/navigation';
import { type ReactNode, useActionState, useState } from 'react';
import { DEFAULT_TIME_ZONE, zoneTime } from '@/lib/time/zone-names';
import { Button } from '../ui/button';
import { SubmitButton } from '../ui/submit-button';
import { haveSameClocks, useDeviceZone } from './device-zone';
import { readDismissedZone, rememberDismissedZone } from './dismissed-zone';
import styles from './time-zone-offer.module.css';
import type { TimeZoneAction } from './time-zone-state';

export interface TimeZoneOfferProps {
  /** The viewer's saved time zone; null until they choose one. */
  stored: string | null;
  save: TimeZoneAction;
}

/** Hidden on the settings page, which has its own offer. */
export function TimeZoneOffer(props: TimeZoneOfferProps) {
  const path = usePathname();
  const device = useDeviceZone();
  if (device === null || path === '/settings') return null;
  return <Offer key={path} {...props} device={device} />;
}

function Offer({ stored, save, device }: TimeZoneOfferProps & { device: string }) {
  const [state, action] = useActionState(save, { status: 'idle' });
  const [dismissed, setDismissed] = useState(readDismissedZone);

  function notNow() {
    rememberDismissedZone(device);
    setDismissed(device);
    document.getElementById('main')?.focus();
  }

  if (state.status === 'saved') {
    return (
      <Strip>
        <p className={styles.words} role="status" tabIndex={-1} ref={focusOnArrival}>
          Times are now shown in {zoneTime(state.timeZone)}.
        </p>
      </Strip>
    );
  }
  const shown = stored ?? DEFAULT_TIME_ZONE;
  if (dismissed === device || haveSameClocks(shown, device, Date.now())) return null;
  return (
    <Strip>
      <p className={styles.words}>
        {state.status === 'refused'
          ? state.message
          : `Your device is set to ${zoneTime(device)}. Times here are in ${zoneTime(shown)}.`}
      </p>
      <form className={styles.answers} action={action}>
        <input type="hidden" name="time_zone" value={device} />
        <SubmitButton variant="secondary" pendingLabel="Saving…">
          Use {zoneTime(device)}
        </SubmitButton>
        <Button variant="quiet" onClick={notNow}>
          Not now
        </Button>
      </form>
    </Strip>
  );
}

function Strip({ children }: { children: ReactNode }) {
  return (
    <section className={styles.strip} aria-label="Time zone">
      <div className={styles.inner}>{children}</div>
    </section>
  );
}

/** The button that had focus is gone, so focus moves here. */
function focusOnArrival(element: HTMLElement | null) {
  element?.focus();
}
