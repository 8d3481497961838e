import { ST_PREVIEW } from './_parts/preview';
import { SessionMail, type SessionMailProps } from './_parts/session-mail';
import { Words } from './_parts/words';

interface SessionBookedProps extends SessionMailProps {
  /** True if the reader may have seen other details, on a page or in an email that may not have arrived. */
  replacesOthers: boolean;
  /** A sentence that lists the reminders to come; null for a student who opted out. */
  reminders: string | null;
}

/** Sent to the student and the ST when a session is booked. */
export default function SessionBooked({ replacesOthers, reminders, ...mail }: SessionBookedProps) {
  const { recipientTeaches, otherName, courseTitle } = mail;
  return (
    <SessionMail
      mail={mail}
      title="Session booked"
      opening={
        recipientTeaches
          ? `${otherName} booked a ${courseTitle} session with you.`
          : `Your ${courseTitle} session with ${otherName} is booked.`
      }
      reason={
        recipientTeaches
          ? "You're receiving this email because you teach on PeerLoop."
          : "You're receiving this email because you booked a session on PeerLoop."
      }
    >
      {replacesOthers ? (
        <Words>If you saw other details for this session, use these instead.</Words>
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
