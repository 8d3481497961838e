/**
 * Makes one run out of many calls. A call starts a run, or asks the current one to work once more. `work`
 * resolves to whether there is more to do at once. Every call resolves, or rejects, with its run; a call after
 * that starts a new one.
 */
export function oneAtATime(work: () => Promise<boolean>): () => Promise<void> {
  let isAskedAgain = false;
  let current: Promise<void> | null = null;

  async function run(): Promise<void> {
    try {
      let hasMore: boolean;
      do {
        isAskedAgain = false;
        hasMore = await Promise.resolve().then(work);
      } while (hasMore || isAskedAgain);
    } finally {
      // In the same step as the last look at `isAskedAgain`, so that no call is lost between the two.
      current = null;
    }
  }

  return () => {
    isAskedAgain = true;
    current ??= run();
    return current;
  };
}
