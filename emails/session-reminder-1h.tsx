import { STUDENT_PREVIEW } from './_parts/preview';
import { Reminder } from './_parts/reminder';
import type { SessionMailProps } from './_parts/session-mail';

/** Sent 1 hour before the session. The text names no lead time, so it is still true when sent late. */
export default function SessionReminder1h(mail: SessionMailProps) {
  return <Reminder mail={mail} title="Your session starts soon" ending="starts soon." />;
}

SessionReminder1h.PreviewProps = STUDENT_PREVIEW;
