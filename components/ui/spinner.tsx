import styles from './button.module.css';

/** Decorative: the button's label already says what is happening. */
export function Spinner() {
  return <span className={styles.spinner} aria-hidden="true" />;
}
