import { buttonClassName } from '../ui/button';
import { TextField } from '../ui/field';
import { Notice } from '../ui/notice';
import styles from './calendar-feed.module.css';

export interface FeedLinks {
  /** `webcal://…` opens the device's default calendar. */
  webcal: string;
  /** Adds the feed to Google Calendar. */
  google: string;
}

/** `links` is null when the address can no longer be shown. */
export function FeedAddress({ links }: { links: FeedLinks | null }) {
  if (!links) {
    return (
      <Notice>
        <p>
          Calendars that use your address keep working, but we can't show it again. Replace it to
          get one you can copy.
        </p>
      </Notice>
    );
  }
  return (
    <>
      <TextField
        id="calendar-address"
        label="Your private address"
        hint="Anyone with this address can see when your sessions are and who they're with, so keep it private. Some calendars take hours to update."
        value={links.webcal}
        readOnly
      />
      <div className={styles.buttons}>
        <a className={buttonClassName({})} href={links.webcal}>
          Subscribe on this device
        </a>
        <a
          className={buttonClassName({ variant: 'secondary' })}
          href={links.google}
          target="_blank"
          rel="noreferrer"
        >
          Subscribe in Google Calendar
        </a>
      </div>
    </>
  );
}
