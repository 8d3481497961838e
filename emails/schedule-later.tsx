import { Layout } from './_parts/layout';
import { BOOK_URL } from './_parts/preview';
import { Action, Words } from './_parts/words';

interface ScheduleLaterProps {
  recipientName: string;
  courseTitle: string;
  bookUrl: string;
}

/** To the student who chose "Schedule Later". */
export default function ScheduleLater({ recipientName, courseTitle, bookUrl }: ScheduleLaterProps) {
  return (
    <Layout
      preview={`Your sessions of ${courseTitle} are waiting for you.`}
      title="Schedule when you’re ready"
      reason={`You get this because you chose Schedule Later for ${courseTitle} on PeerLoop.`}
    >
      <Words>Hello {recipientName},</Words>
      <Words>
        Your sessions of {courseTitle} are waiting for you. Choose a Student-Teacher and a time
        whenever it suits you: with this link, or from your dashboard.
      </Words>
      <Action href={bookUrl}>Choose a time</Action>
    </Layout>
  );
}

ScheduleLater.PreviewProps = {
  recipientName: 'Maya Thompson',
  courseTitle: 'TypeScript from the ground up',
  bookUrl: BOOK_URL,
} satisfies ScheduleLaterProps;
