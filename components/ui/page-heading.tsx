import type { ReactNode } from 'react';
import styles from './page-heading.module.css';

interface PageHeadingProps {
  /** A `BackLink`. */
  back?: ReactNode;
  title: ReactNode;
  description?: ReactNode;
  /** Links or buttons that act on the whole page. */
  actions?: ReactNode;
}

export function PageHeading({ back, title, description, actions }: PageHeadingProps) {
  return (
    <header className={styles.heading}>
      {back}
      <div className={styles.row}>
        <div className={styles.words}>
          <h1>{title}</h1>
          {description ? <p className={styles.description}>{description}</p> : null}
        </div>
        {actions ? <div className={styles.actions}>{actions}</div> : null}
      </div>
    </header>
  );
}
