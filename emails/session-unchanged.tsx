import { STUDENT_PREVIEW } from './_parts/preview';
import { SessionMail, type SessionMailProps } from './_parts/session-mail';
import { Words } from './_parts/words';

/** Sent to a person who may have received an outdated email about a session. */
export default function SessionUnchanged(mail: SessionMailProps) {
  return (
    <SessionMail
      mail={mail}
      title="Your session is still on"
      opening={`Your ${mail.courseTitle} session with ${mail.otherName} is still scheduled for:`}
    >
      <Words>If another email about this session says something different, ignore it.</Words>
    </SessionMail>
  );
}

SessionUnchanged.PreviewProps = STUDENT_PREVIEW;
