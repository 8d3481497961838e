import { buttonClassName } from '../ui/button';
import { Icon } from '../ui/icon';
import styles from './add-to-calendar.module.css';

interface AddToCalendarProps {
  links: {
    /** Opens Google Calendar with the session filled in. */
    google: string;
    /** The session as a file. */
    file: string;
  };
}

/** A menu that the browser opens by itself, so it also does where JavaScript is switched off. */
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
            Google <small>in a new tab</small>
          </a>
        </li>
        <li>
          <a href={links.file}>
            Apple <small>as a file</small>
          </a>
        </li>
        <li>
          <a href={links.file}>
            Outlook <small>as a file</small>
          </a>
        </li>
      </ul>
    </details>
  );
}
