import type { ReactNode } from 'react';
import styles from './booking-layout.module.css';

interface BookingLayoutProps {
  progress: ReactNode;
  /** A heading above both the step and the summary. */
  heading?: ReactNode;
  children: ReactNode;
  summary: ReactNode;
  /** Whether a phone shows the summary, above the step. */
  summaryOnPhone?: boolean;
}

/** One step per screen on a phone; the step and its summary side by side on wider screens. */
export function BookingLayout(props: BookingLayoutProps) {
  const { progress, heading, children, summary, summaryOnPhone } = props;
  const aside = (
    <aside
      key="summary"
      className={styles.summary}
      data-on-phone={summaryOnPhone || undefined}
      aria-label="Your session"
    >
      <h2 className={styles.title}>Your session</h2>
      {summary}
    </aside>
  );
  const main = (
    <div key="main" className={styles.main}>
      {children}
    </div>
  );
  return (
    <div className={styles.layout}>
      <div className={styles.progress}>{progress}</div>
      {heading ? <div className={styles.heading}>{heading}</div> : null}
      {/* The order in the page is the order on a phone, for screen readers. */}
      {summaryOnPhone ? [aside, main] : [main, aside]}
    </div>
  );
}
