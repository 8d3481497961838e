import { Changes, type ChangesProps } from './_parts/changes';
import { CHANGED_PREVIEW } from './_parts/preview';
import { SessionMail, type SessionMailProps } from './_parts/session-mail';

type SessionChangedProps = SessionMailProps & ChangesProps;

/** To both when the hour changes, and to the student when the ST does. */
export default function SessionChanged({ hourBefore, stBefore, ...mail }: SessionChangedProps) {
  return (
    <SessionMail
      mail={mail}
      title={hourBefore ? 'Your session has a new time' : 'Your session has a new Student-Teacher'}
      opening={`Your session of ${mail.courseTitle} with ${mail.otherName} has changed. It is now:`}
      reason="You get this because you take part in this session on PeerLoop."
    >
      <Changes hourBefore={hourBefore} stBefore={stBefore} st={mail.otherName} />
    </SessionMail>
  );
}

SessionChanged.PreviewProps = CHANGED_PREVIEW;
