import { ST_PREVIEW } from './_parts/preview';
import { SessionMail, type SessionMailProps } from './_parts/session-mail';
import { Words } from './_parts/words';

interface SessionBookedProps extends SessionMailProps {
  /** The reader may have seen it with other details: on a page, or in a mail that was not sure to arrive. */
  replacesOthers: boolean;
  /** Which reminders will come, in a sentence; null for a student who wants none. */
  reminders: string | null;
}

/** To student and ST, as soon as a session is booked. */
export default function SessionBooked({ replacesOthers, reminders, ...mail }: SessionBookedProps) {
  const { recipientTeaches, otherName, courseTitle } = mail;
  return (
    <SessionMail
      mail={mail}
      title="Session booked"
      opening={
        recipientTeaches
          ? `${otherName} has booked a session of ${courseTitle} with you.`
          : `Your session of ${courseTitle} with ${otherName} is booked.`
      }
      reason={
        recipientTeaches
          ? 'You get this because you teach on PeerLoop.'
          : 'You get this because you booked a session on PeerLoop.'
      }
    >
      {replacesOthers ? (
        <Words>This replaces any other details you may have seen for this session.</Words>
      ) : null}
      {reminders ? <Words>{reminders}</Words> : null}
    </SessionMail>
  );
}

SessionBooked.PreviewProps = {
  ...ST_PREVIEW,
  replacesOthers: false,
  reminders: "We'll remind you by email 24 hours, 1 hour and 15 minutes before.",
} satisfies SessionBookedProps;
