import type { ReactNode } from 'react';
import { classNames } from './class-names';
import styles from './page.module.css';

interface PageProps {
  width?: 'narrow' | 'reading' | 'wide';
  children: ReactNode;
}

/** The page's content; the layout adds the header. */
export function Page({ width = 'wide', children }: PageProps) {
  return (
    <main id="main" tabIndex={-1} className={classNames(styles.main, styles[width])}>
      {children}
    </main>
  );
}
