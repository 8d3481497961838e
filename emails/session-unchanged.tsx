import { STUDENT_PREVIEW } from './_parts/preview';
import { SessionMail, type SessionMailProps } from './_parts/session-mail';
import { Words } from './_parts/words';

/** To somebody who may have got a mail about a session that is not true any more. */
export default function SessionUnchanged(mail: SessionMailProps) {
  return (
    <SessionMail
      mail={mail}
      title="Your session is still on"
      opening={`Your session of ${mail.courseTitle} with ${mail.otherName} takes place at this time:`}
      reason="You get this because you take part in this session on PeerLoop."
    >
      <Words>If another email about this session says something else, ignore that one.</Words>
    </SessionMail>
  );
}

SessionUnchanged.PreviewProps = STUDENT_PREVIEW;
