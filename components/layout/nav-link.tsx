'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { MouseEvent, ReactNode } from 'react';
import styles from './nav-link.module.css';

function closePopoverAround(event: MouseEvent<HTMLElement>) {
  event.currentTarget.closest<HTMLElement>('[popover]')?.togglePopover(false);
}

export function NavLink({ href, children }: { href: string; children: ReactNode }) {
  const isHere = usePathname() === href;
  return (
    <Link
      className={styles.link}
      href={href}
      aria-current={isHere ? 'page' : undefined}
      onClick={closePopoverAround}
    >
      {children}
    </Link>
  );
}
