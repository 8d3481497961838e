import type { ReactNode } from 'react';
import { classNames } from './class-names';
import styles from './page.module.css';

interface PageProps {
  /** The bar above the page; it stays outside `<main>`. */
  header?: ReactNode;
  width?: 'narrow' | 'reading' | 'wide';
  children: ReactNode;
}

export function Page({ header, width = 'wide', children }: PageProps) {
  return (
    <>
      <a className={styles.skip} href="#main">
        Skip to content
      </a>
      {header}
      <main id="main" tabIndex={-1} className={classNames(styles.main, styles[width])}>
        {children}
      </main>
    </>
  );
}
