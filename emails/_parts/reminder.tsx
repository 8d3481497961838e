import { SessionMail, type SessionMailProps } from './session-mail';

interface ReminderProps {
  mail: SessionMailProps;
  title: string;
  /** Ends the sentence "Your … session with …". */
  ending: string;
}

export function Reminder({ mail, title, ending }: ReminderProps) {
  const { recipientTeaches, otherName, courseTitle } = mail;
  return (
    <SessionMail
      mail={mail}
      title={title}
      opening={`Your ${courseTitle} session with ${otherName} ${ending}`}
      reason={
        recipientTeaches
          ? "You're receiving this email because you teach on PeerLoop. Student-Teachers always get reminders."
          : "You're receiving this email because you asked for reminders when you booked this session."
      }
    />
  );
}
