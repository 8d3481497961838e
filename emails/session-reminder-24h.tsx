import { STUDENT_PREVIEW } from './_parts/preview';
import { Reminder } from './_parts/reminder';
import type { SessionMailProps } from './_parts/session-mail';

/** Sent 24 hours before the session. The text names no lead time, so it is still true when sent late. */
export default function SessionReminder24h(mail: SessionMailProps) {
  return <Reminder mail={mail} title="Your session is coming up" ending="is coming up." />;
}

SessionReminder24h.PreviewProps = STUDENT_PREVIEW;
