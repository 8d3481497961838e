import Link from 'next/link';
import type { ReactNode } from 'react';
import { Columns } from '../layout/columns';
import { Avatar } from '../ui/avatar';
import { BackLink } from '../ui/back-link';
import { Card } from '../ui/card';
import { Stack } from '../ui/stack';
import { StFacts } from './st-facts';
import styles from './st-profile.module.css';

interface StProfileProps {
  st: {
    rating: number | null;
    studentsTaught: number;
    user: { name: string; avatarUrl: string | null; bio: string | null };
    course: { id: string; title: string };
  };
  localTime: ReactNode;
  /** Actions for the viewer. */
  children: ReactNode;
}

export function StProfile({ st, localTime, children }: StProfileProps) {
  const { user, course } = st;
  const courseHref = `/courses/${course.id}`;
  return (
    <Stack>
      <BackLink href={courseHref}>{course.title}</BackLink>
      <Columns
        main={
          <>
            <header className={styles.header}>
              <Avatar name={user.name} url={user.avatarUrl} size="large" />
              <div className={styles.words}>
                <h1>{user.name}</h1>
                <p className={styles.role}>
                  Student-Teacher for <Link href={courseHref}>{course.title}</Link>
                </p>
                <StFacts rating={st.rating} studentsTaught={st.studentsTaught} />
              </div>
            </header>
            {user.bio ? <p className={styles.bio}>{user.bio}</p> : null}
          </>
        }
        aside={
          <Card as="section" aria-label={`Sessions with ${user.name}`}>
            <Stack>
              {children}
              {localTime}
            </Stack>
          </Card>
        }
      />
    </Stack>
  );
}
