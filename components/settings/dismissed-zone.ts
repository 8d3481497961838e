const KEY = 'peerloop.time-zone.not-now';

/** The zone last dismissed with "Not now" on this device. */
export function readDismissedZone(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    // Storage can be blocked; the offer then reappears on the next page.
    return null;
  }
}

export function rememberDismissedZone(timeZone: string): void {
  try {
    localStorage.setItem(KEY, timeZone);
  } catch {
    // Storage can be blocked; the choice is then forgotten.
  }
}
