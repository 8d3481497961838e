import { Changes, type ChangesProps } from './_parts/changes';
import { CHANGED_PREVIEW } from './_parts/preview';
import { SessionMail, type SessionMailProps } from './_parts/session-mail';

/** Sent when a session is scheduled again, to people who were notified that it was cancelled or reassigned. */
export default function SessionReopened({
  hourBefore,
  stBefore,
  ...mail
}: SessionMailProps & ChangesProps) {
  return (
    <SessionMail
      mail={mail}
      title="Your session is on again"
      opening={`Your ${mail.courseTitle} session with ${mail.otherName} is on again. It is scheduled for:`}
    >
      <Changes hourBefore={hourBefore} stBefore={stBefore} st={mail.otherName} />
    </SessionMail>
  );
}

SessionReopened.PreviewProps = CHANGED_PREVIEW;
