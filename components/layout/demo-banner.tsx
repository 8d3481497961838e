import styles from './demo-banner.module.css';

/** On every page of a server whose people and sessions are not real. */
export function DemoBanner() {
  return (
    <aside className={styles.banner} aria-label="About this site">
      <p className={styles.words}>
        <strong className={styles.label}>Demo</strong>{' '}
        <span>Anyone can sign in as anyone here, so enter nothing private.</span>
      </p>
    </aside>
  );
}
