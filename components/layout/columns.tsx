import type { ReactNode } from 'react';
import styles from './columns.module.css';

/** What the page is about, and beside it, or below it on a phone, what it leads to. */
export function Columns({ main, aside }: { main: ReactNode; aside: ReactNode }) {
  return (
    <div className={styles.columns}>
      <div className={styles.column}>{main}</div>
      <div className={styles.column}>{aside}</div>
    </div>
  );
}
