import type { Hour } from './when';
import { Words } from './words';

export interface ChangesProps {
  /** When the reader expected it, where that was another hour. */
  hourBefore: Hour | null;
  /** Who the student expected, where that was somebody else. */
  stBefore: string | null;
}

/** How a session differs from what its reader knew of it. */
export function Changes({ hourBefore, stBefore, st }: ChangesProps & { st: string }) {
  return (
    <>
      {hourBefore ? (
        <Words>
          Previously it was {hourBefore.day}, {hourBefore.time}, {hourBefore.zone}.
        </Words>
      ) : null}
      {stBefore ? (
        <Words>
          {st} takes this session in place of {stBefore}.
        </Words>
      ) : null}
    </>
  );
}
