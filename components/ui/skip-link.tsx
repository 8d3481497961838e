import styles from './skip-link.module.css';

/** The first tab stop: skips the header and jumps to `Page`. */
export function SkipLink() {
  return (
    <a className={styles.skip} href="#main">
      Skip to content
    </a>
  );
}
