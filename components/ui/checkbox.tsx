import type { ComponentProps, ReactNode } from 'react';
import styles from './checkbox.module.css';

interface CheckboxProps extends Omit<ComponentProps<'input'>, 'className' | 'type' | 'id'> {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
}

/** The whole row is clickable, not only the box. */
export function Checkbox({ id, label, hint, ...rest }: CheckboxProps) {
  return (
    <div className={styles.row}>
      <input
        {...rest}
        className={styles.box}
        type="checkbox"
        id={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
      />
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {hint ? (
        <p className={styles.hint} id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
    </div>
  );
}
