import { useState } from 'react';
import { goneTime } from '@/lib/booking/place';
import type { Refusal, WizardView } from '@/lib/booking/view-model';

export type ShownRefusal = Pick<Refusal, 'message' | 'retryable' | 'action' | 'alternatives'>;

/**
 * The refusal for a filled-in form whose time is no longer free, before it is sent. The form stays open
 * until another time is chosen, even if the student clears the message to write another. Null if the time
 * is free or nothing was typed.
 */
export function useGoneTimeRefusal(
  view: WizardView,
  goneStart: string | null,
  hasInput: boolean,
): ShownRefusal | null {
  const [keptOpenFor, setKeptOpenFor] = useState<string | null>(null);
  if (goneStart !== null && hasInput && keptOpenFor !== goneStart) setKeptOpenFor(goneStart);
  if (goneStart === null || keptOpenFor !== goneStart) return null;
  return { ...goneTime(view, goneStart), retryable: false };
}
