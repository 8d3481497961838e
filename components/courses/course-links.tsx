import Link from 'next/link';
import type { ReactNode } from 'react';
import { Icon } from '../ui/icon';
import styles from './course-links.module.css';

interface CourseLink {
  key: string;
  href: string;
  title: string;
  text: ReactNode;
}

interface CourseLinksProps {
  id: string;
  heading: string;
  links: readonly CourseLink[];
}

/** Renders nothing, not even the heading, when the list is empty. */
export function CourseLinks({ id, heading, links }: CourseLinksProps) {
  if (links.length === 0) return null;
  return (
    <section className={styles.courses} aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <ul>
        {links.map(({ key, href, title, text }) => (
          <li key={key} className={styles.course}>
            <div>
              <Link className={styles.title} href={href}>
                {title}
              </Link>
              <p className={styles.text}>{text}</p>
            </div>
            <Icon name="forward" />
          </li>
        ))}
      </ul>
    </section>
  );
}
