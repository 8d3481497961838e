import { buttonClassName } from '../ui/button';
import { TextField } from '../ui/field';
import { Notice } from '../ui/notice';
import styles from './calendar-feed.module.css';

export interface FeedLinks {
  /** `webcal://…`: opens the device's own calendar. */
  webcal: string;
  /** Subscribes Google Calendar. */
  google: string;
}

/** Where a calendar finds the sessions, and the two shortest ways to tell it. */
export function FeedAddress({ links }: { links: FeedLinks | null }) {
  if (!links) {
    return (
      <Notice>
        <p>
          Calendars that have your address still follow it, but we cannot show it any more. Replace
          it to get one that you can copy.
        </p>
      </Notice>
    );
  }
  return (
    <>
      <TextField
        id="calendar-address"
        label="Your private address"
        hint="Whoever has it sees when your sessions are and with whom, so keep it to yourself. Some calendars take hours to look again."
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
