import { Icon } from '@/components/ui/icon';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import styles from './progress.module.css';
import { StepLink } from './step-link';

interface ProgressStep {
  name: string;
  /** The link back to the step once it is done; null if it cannot be changed. */
  href: string | null;
}

interface ProgressProps {
  steps: readonly ProgressStep[];
  /** Index of the current step. */
  current: number;
}

function StepName({
  step,
  index,
  current,
}: {
  step: ProgressStep;
  index: number;
  current: number;
}) {
  const done = index < current;
  const words = (
    <>
      <span className={styles.mark}>{done ? <Icon name="check" /> : index + 1}</span>
      <span className={styles.name}>{step.name}</span>
      {done ? <VisuallyHidden>, done</VisuallyHidden> : null}
    </>
  );
  if (!done || !step.href) return <span className={styles.step}>{words}</span>;
  return (
    <StepLink className={styles.step} href={step.href}>
      {words}
    </StepLink>
  );
}

/** Names the steps where there is room, and counts them on a phone. */
export function Progress({ steps, current }: ProgressProps) {
  return (
    <>
      <div className={styles.counted}>
        <p className={styles.count}>
          Step {current + 1} of {steps.length}
        </p>
        <div className={styles.bars} aria-hidden="true">
          {steps.map((step, index) => (
            <span key={step.name} data-reached={index <= current || undefined} />
          ))}
        </div>
      </div>
      <ol className={styles.named}>
        {steps.map((step, index) => (
          <li
            key={step.name}
            aria-current={index === current ? 'step' : undefined}
            data-done={index < current || undefined}
          >
            <StepName {...{ step, index, current }} />
          </li>
        ))}
      </ol>
    </>
  );
}
