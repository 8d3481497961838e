import type { ReactNode } from 'react';
import { classNames } from './class-names';
import styles from './stack.module.css';

export function Stack({
  gap = 'medium',
  children,
}: {
  gap?: 'small' | 'medium' | 'large';
  children: ReactNode;
}) {
  return <div className={classNames(styles.stack, styles[gap])}>{children}</div>;
}
