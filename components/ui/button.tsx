import type { ComponentProps } from 'react';
import styles from './button.module.css';
import { classNames } from './class-names';

type ButtonVariant = 'primary' | 'secondary' | 'quiet';

export interface ButtonLook {
  variant?: ButtonVariant;
  /** Fills the available width. */
  wide?: boolean;
}

/** Shared by buttons and the links that look like them. */
export function buttonClassName({ variant = 'primary', wide = false }: ButtonLook): string {
  return classNames(styles.button, styles[variant], wide && styles.wide);
}

type ButtonProps = ButtonLook & Omit<ComponentProps<'button'>, 'className'>;

export function Button({ variant, wide, type = 'button', ...rest }: ButtonProps) {
  const look = { ...(variant && { variant }), ...(wide && { wide }) };
  return <button {...rest} type={type} className={buttonClassName(look)} />;
}
