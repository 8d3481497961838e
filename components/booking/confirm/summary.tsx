import Link from 'next/link';
import type { ReactNode } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { StepLink } from '../steps/step-link';
import styles from './summary.module.css';

export interface SummaryView {
  courseTitle: string;
  st: { name: string; avatarUrl: string | null; profileHref: string } | null;
  fullDate: string | null;
  time: { range: string; theirs: string | null } | null;
  zoneName: string;
  durationMinutes: number;
  price: string | null;
}

interface SummaryChanges {
  st?: string | null | undefined;
  date?: string | null | undefined;
  time?: string | null | undefined;
}

interface RowProps {
  term: string;
  children: ReactNode;
  change?: string | null | undefined;
}

function Row({ term, children, change }: RowProps) {
  return (
    <div className={styles.row}>
      <dt>{term}</dt>
      <dd>
        <div className={styles.value}>{children}</div>
        {change ? (
          <StepLink className={styles.change} href={change} aria-label={`Change ${term}`}>
            Change
          </StepLink>
        ) : null}
      </dd>
    </div>
  );
}

function Pending({ children }: { children: ReactNode }) {
  return <span className={styles.pending}>{children}</span>;
}

function StName({ st }: { st: NonNullable<SummaryView['st']> }) {
  return (
    <Link className={styles.st} href={st.profileHref}>
      <Avatar name={st.name} url={st.avatarUrl} size="small" />
      <span>{st.name}</span>
    </Link>
  );
}

function TimeLines({
  time,
  zoneName,
}: {
  time: NonNullable<SummaryView['time']>;
  zoneName: string;
}) {
  return (
    <>
      <time className={styles.time}>{time.range}</time>{' '}
      <span className={styles.zone}>{zoneName}</span>
      {time.theirs ? <span className={styles.aside}>{time.theirs}</span> : null}
    </>
  );
}

export function Summary({ view, changes = {} }: { view: SummaryView; changes?: SummaryChanges }) {
  const { st, time } = view;
  return (
    <dl className={styles.list}>
      <Row term="Course">{view.courseTitle}</Row>
      <Row term="Student-Teacher" change={changes.st}>
        {st ? <StName st={st} /> : <Pending>Not selected yet</Pending>}
      </Row>
      <Row term="Date" change={changes.date}>
        {view.fullDate ?? <Pending>Not selected yet</Pending>}
      </Row>
      <Row term="Time" change={changes.time}>
        {time ? (
          <TimeLines {...{ time }} zoneName={view.zoneName} />
        ) : (
          <Pending>Not selected yet</Pending>
        )}
      </Row>
      <Row term="Duration">{view.durationMinutes} minutes</Row>
      {view.price ? <Row term="Price">{view.price}</Row> : null}
    </dl>
  );
}
