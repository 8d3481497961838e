import { millisecondsInMinute } from 'date-fns/constants';
import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import type { Refusal } from '@/lib/booking/view-model';

const staleAfterMs = 3 * millisecondsInMinute;

/**
 * Reloads the times after a refusal, and when the user returns to the tab after a while.
 */
export function useFreshTimes(refusal: Refusal | null) {
  const router = useRouter();
  const loadedAt = useRef(0);

  useEffect(() => {
    if (refusal && !refusal.retryable) router.refresh();
  }, [refusal, router]);

  useEffect(() => {
    loadedAt.current = Date.now();
    function refreshWhenStale() {
      if (document.visibilityState !== 'visible') return;
      if (Date.now() - loadedAt.current < staleAfterMs) return;
      loadedAt.current = Date.now();
      router.refresh();
    }
    document.addEventListener('visibilitychange', refreshWhenStale);
    return () => document.removeEventListener('visibilitychange', refreshWhenStale);
  }, [router]);
}
