import { STUDENT_PREVIEW } from './_parts/preview';
import { SessionMail, type SessionMailProps } from './_parts/session-mail';
import type { Hour } from './_parts/when';
import { Words } from './_parts/words';

interface SessionChangedProps extends SessionMailProps {
  /** What held until now, where it was another hour. */
  hourBefore: Hour | null;
  /** Whom the student would have met until now, where it was somebody else. */
  stBefore: string | null;
}

/** To both when the hour changes, and to the student when the ST does. */
export default function SessionChanged({ hourBefore, stBefore, ...mail }: SessionChangedProps) {
  return (
    <SessionMail
      mail={mail}
      title={titleOf({ hourBefore, stBefore })}
      opening={`Your session of ${mail.courseTitle} with ${mail.otherName} has changed. It is now:`}
      reason="You get this because you take part in this session on PeerLoop."
    >
      {hourBefore ? (
        <Words>
          Until now it was {hourBefore.day}, {hourBefore.time}, {hourBefore.zone}.
        </Words>
      ) : null}
      {stBefore ? (
        <Words>
          {mail.otherName} takes this session in place of {stBefore}.
        </Words>
      ) : null}
    </SessionMail>
  );
}

function titleOf({ hourBefore, stBefore }: Pick<SessionChangedProps, 'hourBefore' | 'stBefore'>) {
  if (hourBefore) return 'Your session has a new time';
  return stBefore ? 'Your session has a new Student-Teacher' : 'Your session has changed';
}

SessionChanged.PreviewProps = {
  ...STUDENT_PREVIEW,
  hourBefore: {
    day: 'Saturday 7 March 2026',
    time: '15:00–16:00',
    zone: 'New York time (GMT-5)',
  },
  stBefore: null,
} satisfies SessionChangedProps;
