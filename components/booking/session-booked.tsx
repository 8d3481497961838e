import type { ReactNode } from 'react';
import { Card } from '../ui/card';
import { Icon } from '../ui/icon';
import { LinkButton } from '../ui/link-button';
import { Summary, type SummaryView } from './confirm/summary';
import styles from './outcome.module.css';

export interface SessionBookedView {
  /** A held session awaits payment. */
  state: 'booked' | 'held';
  summary: SummaryView;
  /** `14:45 Berlin time (GMT+1)`; null unless held. */
  heldUntil: string | null;
  /** The student's message. */
  note: string | null;
  /** A sentence that says which reminders will be sent. */
  reminders: string;
  dashboardHref: string;
  bookAnotherHref: string;
}

function Booked({ view }: { view: SessionBookedView }) {
  return (
    <>
      <span className={styles.mark} data-done>
        <Icon name="check" />
      </span>
      <h1 className={styles.title}>Session Booked!</h1>
      <p className={styles.lead}>{view.reminders}</p>
    </>
  );
}

function Held({ view }: { view: SessionBookedView }) {
  return (
    <>
      <span className={styles.mark}>
        <Icon name="clock" />
      </span>
      <h1 className={styles.title}>Time held</h1>
      <p className={styles.lead}>
        {view.heldUntil ? `Until ${view.heldUntil}. ` : null}
        Online payment isn't available yet: you won't be charged, and the time is released when the
        hold expires.
      </p>
    </>
  );
}

interface SessionBookedProps {
  view: SessionBookedView;
  /** Actions, such as adding the session to a calendar. */
  children?: ReactNode;
}

export function SessionBooked({ view, children }: SessionBookedProps) {
  const held = view.state === 'held';
  return (
    <Card>
      <div className={styles.outcome}>
        {held ? <Held view={view} /> : <Booked view={view} />}
        <div className={styles.details}>
          <Summary view={view.summary} />
          {view.note ? (
            <div className={styles.note}>
              <h2>Your message</h2>
              <p>{view.note}</p>
            </div>
          ) : null}
        </div>
        {children}
        <div className={styles.actions}>
          <LinkButton href={view.dashboardHref}>Back to Dashboard</LinkButton>
          <LinkButton href={view.bookAnotherHref} variant="secondary">
            Book Another Session
          </LinkButton>
        </div>
      </div>
    </Card>
  );
}
