import type { ReactNode } from 'react';
import styles from './visually-hidden.module.css';

/** Words for people who listen to the page; they take no room on the screen. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className={styles.hidden}>{children}</span>;
}
