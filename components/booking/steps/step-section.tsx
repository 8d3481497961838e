import type { ReactNode, Ref } from 'react';
import styles from './step-section.module.css';

interface StepSectionProps {
  id: string;
  title: string;
  /** A line under the title. */
  context?: ReactNode;
  /** The link to the previous step, for phones. */
  back?: ReactNode;
  headingRef?: Ref<HTMLHeadingElement> | undefined;
  children: ReactNode;
}

export function StepSection({ id, title, context, back, headingRef, children }: StepSectionProps) {
  return (
    <section className={styles.section} aria-labelledby={id}>
      <header className={styles.head}>
        <div className={styles.words}>
          <h2 id={id} ref={headingRef} tabIndex={-1}>
            {title}
          </h2>
          {context ? <p className={styles.context}>{context}</p> : null}
        </div>
        {back}
      </header>
      {children}
    </section>
  );
}
