import Link from 'next/link';
import type { ReactNode } from 'react';
import styles from './back-link.module.css';
import { Icon } from './icon';

export function BackLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link className={styles.link} href={href}>
      <Icon name="back" />
      <span>{children}</span>
    </Link>
  );
}
