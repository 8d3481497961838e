import { Layout } from './_parts/layout';
import { BOOK_URL, STUDENT_PREVIEW } from './_parts/preview';
import type { SessionMailProps } from './_parts/session-mail';
import { When } from './_parts/when';
import { Action, Words } from './_parts/words';

interface SessionCancelledProps extends SessionMailProps {
  /** True if another ST now teaches the session in the reader's place. */
  isHandedOver: boolean;
  /** Where the student books another session. */
  bookUrl: string;
}

/** Sent to both people when a session is cancelled, and to an ST when it is reassigned. */
export default function SessionCancelled(mail: SessionCancelledProps) {
  const { when, otherName, otherWhen, courseTitle, isHandedOver, recipientTeaches } = mail;
  return (
    <Layout
      preview={`${when.day}, ${when.time}, ${when.zone}`}
      title={isHandedOver ? 'Session reassigned' : 'Session cancelled'}
      reason="You're receiving this email because you were part of this session on PeerLoop."
    >
      <Words>Hello {mail.recipientName},</Words>
      <Words>
        {isHandedOver
          ? `Your ${courseTitle} session with ${otherName} was reassigned to another Student-Teacher. You no longer teach at:`
          : `Your ${courseTitle} session with ${otherName} is cancelled. It was scheduled for:`}
      </Words>
      <When when={when} otherName={otherName} otherWhen={otherWhen} crossedOut />
      {recipientTeaches ? null : <Action href={mail.bookUrl}>Book another session</Action>}
    </Layout>
  );
}

SessionCancelled.PreviewProps = {
  ...STUDENT_PREVIEW,
  isHandedOver: false,
  bookUrl: BOOK_URL,
} satisfies SessionCancelledProps;
