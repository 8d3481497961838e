import type { ReactNode, Ref } from 'react';
import styles from './step-section.module.css';

interface StepSectionProps {
  id: string;
  title: string;
  /** What the step is about, under its name. */
  context?: ReactNode;
  /** The way to the step before, where a phone shows this step alone. */
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
