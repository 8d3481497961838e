import { SessionMail, type SessionMailProps } from './session-mail';

interface ReminderProps {
  mail: SessionMailProps;
  title: string;
  /** Of the sentence that begins "Your session of … with …". */
  ending: string;
}

export function Reminder({ mail, title, ending }: ReminderProps) {
  const { recipientTeaches, otherName, courseTitle } = mail;
  return (
    <SessionMail
      mail={mail}
      title={title}
      opening={`Your session of ${courseTitle} with ${otherName} ${ending}`}
      reason={
        recipientTeaches
          ? 'You get this because you teach on PeerLoop: Student-Teachers are always reminded.'
          : 'You get this because you asked for reminders when you booked this session.'
      }
    />
  );
}
