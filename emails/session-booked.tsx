import { ST_PREVIEW } from './_parts/preview';
import { SessionMail, type SessionMailProps } from './_parts/session-mail';

/** To student and ST, as soon as a session is booked. */
export default function SessionBooked(mail: SessionMailProps) {
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
          ? 'You get this because you teach on PeerLoop. We remind you a day, an hour and 15 minutes before.'
          : 'You get this because you booked a session on PeerLoop.'
      }
    />
  );
}

SessionBooked.PreviewProps = ST_PREVIEW;
