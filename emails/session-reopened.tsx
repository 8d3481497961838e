import { Changes, type ChangesProps } from './_parts/changes';
import { CHANGED_PREVIEW } from './_parts/preview';
import { SessionMail, type SessionMailProps } from './_parts/session-mail';

/** To those who were told that a session is off for them, when it is on again. */
export default function SessionReopened({
  hourBefore,
  stBefore,
  ...mail
}: SessionMailProps & ChangesProps) {
  return (
    <SessionMail
      mail={mail}
      title="Your session is on again"
      opening={`Your session of ${mail.courseTitle} with ${mail.otherName} is on again. It takes place at this time:`}
      reason="You get this because you take part in this session on PeerLoop."
    >
      <Changes hourBefore={hourBefore} stBefore={stBefore} st={mail.otherName} />
    </SessionMail>
  );
}

SessionReopened.PreviewProps = CHANGED_PREVIEW;
