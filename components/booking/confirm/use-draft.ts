import { useEffect, useState } from 'react';
import { type Draft, EMPTY_DRAFT, keepDraft, readDraft } from './draft';

/**
 * What a student typed, kept in session storage until it is booked. Without JavaScript the server returns it
 * with a refusal, as `posted`.
 */
export function useDraft(key: string, posted: Draft | null) {
  const [draft, setDraft] = useState(posted ?? EMPTY_DRAFT);

  // After the first render, because the server cannot read session storage.
  useEffect(() => {
    const kept = readDraft(key);
    if (kept) setDraft((current) => (current === EMPTY_DRAFT ? kept : current));
  }, [key]);

  function changeDraft(change: Partial<Draft>) {
    const next = { ...draft, ...change };
    setDraft(next);
    keepDraft(key, next);
  }

  return { draft, changeDraft };
}
