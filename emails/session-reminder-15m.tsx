import { STUDENT_PREVIEW } from './_parts/preview';
import { Reminder } from './_parts/reminder';
import type { SessionMailProps } from './_parts/session-mail';

/** Sent 15 minutes before the session. The text names no lead time, so it is still true when sent late. */
export default function SessionReminder15m(mail: SessionMailProps) {
  return (
    <Reminder mail={mail} title="Your session is about to start" ending="is about to start." />
  );
}

SessionReminder15m.PreviewProps = STUDENT_PREVIEW;
