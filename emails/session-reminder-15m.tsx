import { STUDENT_PREVIEW } from './_parts/preview';
import { Reminder } from './_parts/reminder';
import type { SessionMailProps } from './_parts/session-mail';

/** A quarter of an hour before the session. Its words stay true when it is sent late. */
export default function SessionReminder15m(mail: SessionMailProps) {
  return (
    <Reminder mail={mail} title="Your session is about to start" ending="is about to start." />
  );
}

SessionReminder15m.PreviewProps = STUDENT_PREVIEW;
