import type { ComponentProps } from 'react';
import styles from './card.module.css';

type CardProps = Omit<ComponentProps<'div'>, 'className'> & {
  as?: 'div' | 'section' | 'article' | 'li';
};

export function Card({ as: Tag = 'div', ...rest }: CardProps) {
  // All these tags take the same attributes, which a union of tag types cannot express.
  const Element = Tag as 'div';
  return <Element {...rest} className={styles.card} />;
}
