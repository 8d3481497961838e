import { zoneTime } from '@/lib/time/zone-names';
import { SubmitButton } from '../ui/submit-button';
import { haveSameClocks, useDeviceZone } from './device-zone';
import styles from './device-zone-offer.module.css';

interface DeviceZoneOfferProps {
  stored: string | null;
  action: (form: FormData) => void;
}

/** Shown when the device's zone differs from the saved one. */
export function DeviceZoneOffer({ stored, action }: DeviceZoneOfferProps) {
  const device = useDeviceZone();
  if (device === null || (stored && haveSameClocks(stored, device, Date.now()))) return null;
  return (
    <form className={styles.offer} action={action}>
      <input type="hidden" name="time_zone" value={device} />
      <p>Your device is set to {zoneTime(device)}. Use it?</p>
      <SubmitButton variant="secondary" pendingLabel="Saving…">
        Use {zoneTime(device)}
      </SubmitButton>
    </form>
  );
}
