import type { ReactNode } from 'react';
import styles from './columns.module.css';

/** On a phone, `aside` goes below `main`. */
export function Columns({ main, aside }: { main: ReactNode; aside: ReactNode }) {
  return (
    <div className={styles.columns}>
      <div className={styles.column}>{main}</div>
      <div className={styles.column}>{aside}</div>
    </div>
  );
}
