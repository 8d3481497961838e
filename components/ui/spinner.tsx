import styles from './button.module.css';

/** Goes inside a button whose words already say what is going on. */
export function Spinner() {
  return <span className={styles.spinner} aria-hidden="true" />;
}
