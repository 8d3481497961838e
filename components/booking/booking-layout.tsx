import type { ReactNode } from 'react';
import styles from './booking-layout.module.css';

interface BookingLayoutProps {
  progress: ReactNode;
  /** A step's name that stands above both the step and the summary. */
  heading?: ReactNode;
  children: ReactNode;
  summary: ReactNode;
  /** A phone shows the summary where it is what the step is about. */
  summaryOnPhone?: boolean;
}

/** One step per screen on a phone; the step and the growing summary side by side where both fit. */
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
      {/* Where the summary comes first on a phone it also comes first to read. */}
      {summaryOnPhone ? [aside, main] : [main, aside]}
    </div>
  );
}
