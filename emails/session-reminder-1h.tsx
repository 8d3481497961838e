import { STUDENT_PREVIEW } from './_parts/preview';
import { Reminder } from './_parts/reminder';
import type { SessionMailProps } from './_parts/session-mail';

/** An hour before the session. Its words stay true when it is sent late. */
export default function SessionReminder1h(mail: SessionMailProps) {
  return <Reminder mail={mail} title="Your session starts soon" ending="starts soon." />;
}

SessionReminder1h.PreviewProps = STUDENT_PREVIEW;
