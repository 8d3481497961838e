const MODES = ['422', '429', '500', 'hang', 'late'] as const;

/** `hang` never responds and does not accept; `late` accepts but responds after the timeout. */
export interface Trouble {
  mode: (typeof MODES)[number];
  /** Number of requests that fail. */
  times: number;
  /** Retry-After of a 429, in seconds. */
  retryAfter: number;
}

/** Failures to simulate for the next send requests. */
export class Troubles {
  #current: Trouble | null = null;

  get current(): Trouble | null {
    return this.#current;
  }

  /** Takes `{ mode, times, retryAfter }`; an unknown mode clears the failure. */
  set(wanted: unknown): void {
    const { mode, times = 1, retryAfter = 1 } = (wanted ?? {}) as Partial<Trouble>;
    const known = MODES.find((name) => name === mode);
    this.#current = known
      ? { mode: known, times: Number(times), retryAfter: Number(retryAfter) }
      : null;
  }

  /** Consumes one failure. */
  next(): Trouble | null {
    const trouble = this.#current;
    if (!trouble) return null;
    this.#current = trouble.times > 1 ? { ...trouble, times: trouble.times - 1 } : null;
    return trouble;
  }
}
