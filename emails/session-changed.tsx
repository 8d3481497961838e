import { Changes, type ChangesProps } from './_parts/changes';
import { CHANGED_PREVIEW } from './_parts/preview';
import { SessionMail, type SessionMailProps } from './_parts/session-mail';

type SessionChangedProps = SessionMailProps & ChangesProps;

/** Sent to both people when the time changes, and to the student when the ST changes. */
export default function SessionChanged({ hourBefore, stBefore, ...mail }: SessionChangedProps) {
  return (
    <SessionMail
      mail={mail}
      title={hourBefore ? 'Your session has a new time' : 'Your session has a new Student-Teacher'}
      opening={`Your ${mail.courseTitle} session with ${mail.otherName} has changed. It is now scheduled for:`}
    >
      <Changes hourBefore={hourBefore} stBefore={stBefore} st={mail.otherName} />
    </SessionMail>
  );
}

SessionChanged.PreviewProps = CHANGED_PREVIEW;
