import Link from 'next/link';
import { wizardPath } from '@/lib/booking/wizard-address';
import type { Instant } from '@/lib/time/intervals';
import { NextFree } from '../student-teachers/next-free';
import { StFacts } from '../student-teachers/st-facts';
import { Avatar } from '../ui/avatar';
import { EmptyState } from '../ui/empty-state';
import { LinkButton } from '../ui/link-button';
import styles from './course-sts.module.css';

interface CourseSt {
  id: string;
  user: { name: string; avatarUrl: string | null };
  studentsTaught: number;
  rating: number | null;
  nextFree: Instant | null;
}

interface CourseStsProps {
  courseId: string;
  sts: readonly CourseSt[];
  /** False for a viewer who is not enrolled. */
  showTimes: boolean;
  canBook: boolean;
  zone: string;
  now: Instant;
}

export function CourseSts({ courseId, sts, showTimes, canBook, zone, now }: CourseStsProps) {
  return (
    <section className={styles.section} aria-labelledby="student-teachers">
      <h2 id="student-teachers">Student-Teachers</h2>
      {sts.length === 0 ? <EmptyState title="No Student-Teachers available. Try later." /> : null}
      <ul className={styles.list}>
        {sts.map((st) => (
          <li key={st.id} className={styles.st}>
            <Avatar name={st.user.name} url={st.user.avatarUrl} />
            <div className={styles.words}>
              <h3 className={styles.name}>
                <Link href={`/student-teachers/${st.id}`}>{st.user.name}</Link>
              </h3>
              <StFacts rating={st.rating} studentsTaught={st.studentsTaught} />
              {showTimes ? <NextFree start={st.nextFree} zone={zone} now={now} /> : null}
            </div>
            {canBook ? (
              <div className={styles.action}>
                <LinkButton variant="secondary" href={wizardPath(courseId, st.id)}>
                  Book with {st.user.name}
                </LinkButton>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
