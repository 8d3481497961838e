import type { Instant } from '@/lib/time/intervals';
import { LinkButton } from '../ui/link-button';
import { Page } from '../ui/page';
import styles from './landing.module.css';
import { SameHour } from './same-hour';

const promises = [
  {
    title: 'Taught by a peer',
    text: 'Student-Teachers have just learned what you are learning. They know which parts hurt.',
  },
  {
    title: 'A time that is really free',
    text: 'You choose from the hours a Student-Teacher has open. What you see can be booked.',
  },
  {
    title: 'Booked once, for both',
    text: 'The hour you confirm is yours. Nobody else can take it, and both clocks agree on it.',
  },
] as const;

export function Landing({ isSignedIn, now }: { isSignedIn: boolean; now: Instant }) {
  return (
    <Page>
      <div className={styles.hero}>
        <div className={styles.words}>
          <h1 className={styles.title}>Learn it from someone who just did.</h1>
          <p className={styles.lead}>
            PeerLoop pairs each course with Student-Teachers: peers who know the subject and have
            time for you, one to one. Pick one, choose an hour, and meet.
          </p>
          <div>
            {isSignedIn ? (
              <LinkButton href="/dashboard">Go to your dashboard</LinkButton>
            ) : (
              <LinkButton href="/login">Sign in</LinkButton>
            )}
          </div>
        </div>
        <SameHour now={now} />
      </div>
      <ul className={styles.promises}>
        {promises.map(({ title, text }) => (
          <li key={title}>
            <h2 className={styles.promise}>{title}</h2>
            <p className={styles.text}>{text}</p>
          </li>
        ))}
      </ul>
    </Page>
  );
}
