import type { ComponentProps, ReactNode } from 'react';
import styles from './field.module.css';
import { Icon } from './icon';

export interface FieldText {
  /** Also the prefix of the hint's and the error's ids. */
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
}

function describedBy({ id, hint, error }: FieldText): string | undefined {
  const ids = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

function controlProps(text: FieldText) {
  return {
    id: text.id,
    className: styles.control,
    'aria-describedby': describedBy(text),
    'aria-invalid': text.error ? true : undefined,
  };
}

function FieldFrame({ id, label, hint, error, children }: FieldText & { children: ReactNode }) {
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {children}
      {hint ? (
        <p className={styles.hint} id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p className={styles.error} id={`${id}-error`}>
          <Icon name="warning" />
          {error}
        </p>
      ) : null}
    </div>
  );
}

type Control<Tag extends 'input' | 'textarea' | 'select'> = FieldText &
  Omit<ComponentProps<Tag>, 'className' | 'id'>;

export function TextField({ id, label, hint, error, ...rest }: Control<'input'>) {
  const text = { id, label, hint, error };
  return (
    <FieldFrame {...text}>
      <input {...rest} {...controlProps(text)} />
    </FieldFrame>
  );
}

export function TextAreaField({ id, label, hint, error, ...rest }: Control<'textarea'>) {
  const text = { id, label, hint, error };
  return (
    <FieldFrame {...text}>
      <textarea rows={4} {...rest} {...controlProps(text)} />
    </FieldFrame>
  );
}

export function SelectField({ id, label, hint, error, ...rest }: Control<'select'>) {
  const text = { id, label, hint, error };
  return (
    <FieldFrame {...text}>
      <select {...rest} {...controlProps(text)} />
    </FieldFrame>
  );
}
