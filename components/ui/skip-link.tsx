import styles from './skip-link.module.css';

/** The first stop of the Tab key: past what every page repeats. `Page` is where it leads. */
export function SkipLink() {
  return (
    <a className={styles.skip} href="#main">
      Skip to content
    </a>
  );
}
