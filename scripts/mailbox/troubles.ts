const MODES = ['429', '500', 'hang', 'late'] as const;

/** A way to fail: `hang` never answers and accepts nothing; `late` accepts, and answers too late. */
export interface Trouble {
  mode: (typeof MODES)[number];
  /** How many requests it is for. */
  times: number;
  /** Seconds that a 429 asks to wait. */
  retryAfter: number;
}

/** What the next requests to send shall meet. */
export class Troubles {
  #current: Trouble | null = null;

  get current(): Trouble | null {
    return this.#current;
  }

  /** Takes `{ mode, times, retryAfter }`; any other mode ends the trouble. */
  set(wanted: unknown): void {
    const { mode, times = 1, retryAfter = 1 } = (wanted ?? {}) as Partial<Trouble>;
    const known = MODES.find((name) => name === mode);
    this.#current = known
      ? { mode: known, times: Number(times), retryAfter: Number(retryAfter) }
      : null;
  }

  /** Uses one up. */
  next(): Trouble | null {
    const trouble = this.#current;
    if (!trouble) return null;
    this.#current = trouble.times > 1 ? { ...trouble, times: trouble.times - 1 } : null;
    return trouble;
  }
}
