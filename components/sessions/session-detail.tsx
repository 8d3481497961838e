import Link from 'next/link';
import type { ReactNode } from 'react';
import type { Instant } from '@/lib/time/intervals';
import { Avatar } from '../ui/avatar';
import { BackLink } from '../ui/back-link';
import { Badge } from '../ui/badge';
import { Card } from '../ui/card';
import { PageHeading } from '../ui/page-heading';
import { Stack } from '../ui/stack';
import styles from './session-detail.module.css';
import { otherParticipant, type SessionView } from './session-view';
import { SessionWhen } from './session-when';
import { statusWords } from './session-words';

interface SessionDetailProps {
  tutoringSession: SessionView;
  viewerId: string;
  zone: string;
  now: Instant;
  timeline: ReactNode;
  /** Actions, such as adding the session to a calendar. */
  children?: ReactNode;
}

export function SessionDetail(props: SessionDetailProps) {
  const { tutoringSession, viewerId, zone, now, timeline, children } = props;
  const { course, note, student, stId } = tutoringSession;
  const { person, isTeacher } = otherParticipant(tutoringSession, viewerId);
  const status = statusWords(tutoringSession, { zone, now });
  return (
    <Stack gap="large">
      <PageHeading
        back={<BackLink href="/dashboard">Dashboard</BackLink>}
        title={course.title}
        description={`Your session with ${person.name}`}
      />
      <Card>
        <Stack>
          <p className={styles.status}>
            <Badge tone={status.tone}>{status.label}</Badge> {status.sentence}
          </p>
          <dl className={styles.facts}>
            <SessionWhen tutoringSession={tutoringSession} person={person} zone={zone} />
            <div>
              <dt>{isTeacher ? 'Student-Teacher' : 'Student'}</dt>
              <dd className={styles.person}>
                <Avatar name={person.name} url={person.avatarUrl} size="small" />
                {isTeacher ? (
                  <Link href={`/student-teachers/${stId}`}>{person.name}</Link>
                ) : (
                  person.name
                )}
              </dd>
            </div>
            <div>
              <dt>Course</dt>
              <dd>
                <Link href={`/courses/${course.id}`}>{course.title}</Link>
              </dd>
            </div>
            {note ? (
              <div>
                <dt>{student.id === viewerId ? 'Your message' : `Message from ${student.name}`}</dt>
                <dd className={styles.note}>{note}</dd>
              </div>
            ) : null}
          </dl>
          {children}
        </Stack>
      </Card>
      {timeline}
    </Stack>
  );
}
