import type { Instant } from '@/lib/time/intervals';
import { LinkButton } from '../ui/link-button';
import { Page } from '../ui/page';
import styles from './landing.module.css';
import { SameHour } from './same-hour';

const promises = [
  {
    title: 'Taught by a peer',
    text: "Student-Teachers have just learned what you're learning. They know which parts are hard.",
  },
  {
    title: 'Times that are really free',
    text: 'Choose from the times a Student-Teacher has free. If you see it, you can book it.',
  },
  {
    title: 'Booked for both of you',
    text: 'Once you confirm, the time is yours. You each see it in your own time zone.',
  },
] as const;

export function Landing({ isSignedIn, now }: { isSignedIn: boolean; now: Instant }) {
  return (
    <Page>
      <div className={styles.hero}>
        <div className={styles.words}>
          <h1 className={styles.title}>Learn it from someone who just did.</h1>
          <p className={styles.lead}>
            Every PeerLoop course has Student-Teachers: peers who know the subject and teach you one
            to one. Choose one, pick a time, and meet.
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
