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
      preview={`Choose a time for ${courseTitle} when you're ready.`}
      title="Schedule when you're ready"
      reason={`You're receiving this email because you chose Schedule Later for ${courseTitle} on PeerLoop.`}
    >
      <Words>Hello {recipientName},</Words>
      <Words>
        When you're ready to schedule {courseTitle}, choose a Student-Teacher and a time. You can
        also do this from your dashboard.
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
