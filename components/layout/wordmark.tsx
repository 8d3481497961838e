import Link from 'next/link';
import styles from './wordmark.module.css';

/** Two overlapping loops, one for each peer. */
export function Wordmark({ href }: { href: string }) {
  return (
    <Link className={styles.wordmark} href={href}>
      <svg aria-hidden="true" width="30" height="20" viewBox="0 0 30 20" fill="none">
        <circle className={styles.first} cx="10.5" cy="10" r="7.6" strokeWidth="2.8" />
        <circle className={styles.second} cx="19.5" cy="10" r="7.6" strokeWidth="2.8" />
      </svg>
      PeerLoop
    </Link>
  );
}
