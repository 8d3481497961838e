import type { ReactNode } from 'react';
import { BackLink } from '../ui/back-link';
import { PageHeading } from '../ui/page-heading';
import styles from './course-detail.module.css';

interface CourseDetailProps {
  course: { title: string; description: string };
  /** The viewer's enrollment and the next action. */
  place: ReactNode;
  sts: ReactNode;
}

export function CourseDetail({ course, place, sts }: CourseDetailProps) {
  const paragraphs = course.description.split(/\n{2,}/).filter(Boolean);
  return (
    <div className={styles.course}>
      <div className={styles.about}>
        <PageHeading back={<BackLink href="/dashboard">Dashboard</BackLink>} title={course.title} />
        <div className={styles.description}>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
      </div>
      <div className={styles.place}>{place}</div>
      <div className={styles.sts}>{sts}</div>
    </div>
  );
}
