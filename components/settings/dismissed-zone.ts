const KEY = 'peerloop.time-zone.not-now';

/** The zone whose offer was last answered with "Not now" on this device. */
export function readDismissedZone(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    // A browser may keep its storage shut; the offer then comes back on the next page.
    return null;
  }
}

export function rememberDismissedZone(timeZone: string): void {
  try {
    localStorage.setItem(KEY, timeZone);
  } catch {
    // See above.
  }
}
