/** What a student typed into the booking form. */
export interface Draft {
  note: string;
  reminders: boolean;
}

export const EMPTY_DRAFT: Draft = { note: '', reminders: true };

export function isEmptyDraft({ note, reminders }: Draft): boolean {
  return note === EMPTY_DRAFT.note && reminders === EMPTY_DRAFT.reminders;
}

/** The draft in session storage, which outlasts signing in again; null if there is none. */
export function readDraft(key: string): Draft | null {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    return isDraft(stored) ? stored : null;
  } catch {
    // Storage can be blocked, or hold text that is not JSON.
    return null;
  }
}

export function keepDraft(key: string, draft: Draft): void {
  try {
    if (isEmptyDraft(draft)) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // Storage can be blocked; the draft then lasts as long as the page.
  }
}

export function forgetDraft(key: string): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Storage can be blocked; then nothing was kept.
  }
}

function isDraft(stored: unknown): stored is Draft {
  if (typeof stored !== 'object' || stored === null) return false;
  const { note, reminders } = stored as Partial<Record<keyof Draft, unknown>>;
  return typeof note === 'string' && typeof reminders === 'boolean';
}
