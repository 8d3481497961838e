import type { ComponentProps } from 'react';
import styles from './card.module.css';

type CardProps = Omit<ComponentProps<'div'>, 'className'> & {
  as?: 'div' | 'section' | 'article' | 'li';
};

export function Card({ as: Tag = 'div', ...rest }: CardProps) {
  // The tags share every attribute that a card is given, which the union of their types cannot say.
  const Element = Tag as 'div';
  return <Element {...rest} className={styles.card} />;
}
