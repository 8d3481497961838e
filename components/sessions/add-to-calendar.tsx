import { buttonClassName } from '../ui/button';
import { Icon } from '../ui/icon';
import styles from './add-to-calendar.module.css';

interface AddToCalendarProps {
  links: {
    /** Opens Google Calendar with the session filled in. */
    google: string;
    /** The session's `.ics` file. */
    file: string;
  };
}

/** A native `<details>` menu, so that it works without JavaScript. */
export function AddToCalendar({ links }: AddToCalendarProps) {
  return (
    <details className={styles.menu}>
      <summary className={buttonClassName({ variant: 'secondary' })}>
        <Icon name="calendar" />
        Add to Calendar
        <span className={styles.arrow}>
          <Icon name="forward" />
        </span>
      </summary>
      <ul className={styles.choices}>
        <li>
          <a href={links.google} target="_blank" rel="noreferrer">
            Google <small>opens in a new tab</small>
          </a>
        </li>
        <li>
          <a href={links.file}>
            Apple <small>downloads a file</small>
          </a>
        </li>
        <li>
          <a href={links.file}>
            Outlook <small>downloads a file</small>
          </a>
        </li>
      </ul>
    </details>
  );
}
