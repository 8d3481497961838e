import { Layout } from './_parts/layout';
import { BOOK_URL, STUDENT_PREVIEW } from './_parts/preview';
import type { SessionMailProps } from './_parts/session-mail';
import { When } from './_parts/when';
import { Action, Words } from './_parts/words';

interface SessionCancelledProps extends SessionMailProps {
  /** The session goes on with another ST; the reader no longer teaches it. */
  isHandedOver: boolean;
  /** Where the student books another session. */
  bookUrl: string;
}

/** To both when a session is cancelled, and to an ST who no longer teaches it. */
export default function SessionCancelled(mail: SessionCancelledProps) {
  const { when, otherName, otherWhen, courseTitle, isHandedOver, recipientTeaches } = mail;
  return (
    <Layout
      preview={`${when.day}, ${when.time}, ${when.zone}`}
      title={isHandedOver ? 'You no longer teach this session' : 'Session cancelled'}
      reason="You get this because you took part in this session on PeerLoop."
    >
      <Words>Hello {mail.recipientName},</Words>
      <Words>
        {isHandedOver
          ? `Another Student-Teacher takes your session of ${courseTitle} with ${otherName}. You are free at this time:`
          : `Your session of ${courseTitle} with ${otherName} is cancelled. It does not take place at this time:`}
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
