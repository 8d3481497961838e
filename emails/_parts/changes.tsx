import type { Hour } from './when';
import { Words } from './words';

export interface ChangesProps {
  /** The time the reader knew; null if it is unchanged. */
  hourBefore: Hour | null;
  /** The ST the student knew; null if it is unchanged. */
  stBefore: string | null;
}

/** What changed since the reader last heard about the session. */
export function Changes({ hourBefore, stBefore, st }: ChangesProps & { st: string }) {
  return (
    <>
      {hourBefore ? (
        <Words>
          Previous time: {hourBefore.day}, {hourBefore.time}, {hourBefore.zone}.
        </Words>
      ) : null}
      {stBefore ? (
        <Words>
          {st} replaces {stBefore}.
        </Words>
      ) : null}
    </>
  );
}
