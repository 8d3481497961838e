import { useEffect, useRef } from 'react';

const staleAfterMs = 3 * 60_000;

/** Somebody who comes back to this tab after a while sees the times that are free by now. */
export function useFreshTimes(router: { refresh: () => void }) {
  const loadedAt = useRef(0);

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
