import { useSyncExternalStore } from 'react';

/*
 * Stands in for Next.js's client router, which needs a running app: the search parameters follow the
 * window's history, as they do there.
 */

const listeners = new Set<() => void>();

function notify() {
  for (const listener of listeners) listener();
}

function follow(method: 'pushState' | 'replaceState') {
  const original = window.history[method].bind(window.history);
  window.history[method] = (...change) => {
    original(...change);
    notify();
  };
}

if (typeof window !== 'undefined') {
  follow('pushState');
  follow('replaceState');
  window.addEventListener('popstate', notify);
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

let serverSearch = '';

/** The address that a server render is asked for. */
export function askServerFor(search: string) {
  serverSearch = search;
}

export function useSearchParams() {
  const search = useSyncExternalStore(
    subscribe,
    () => window.location.search,
    () => serverSearch,
  );
  return new URLSearchParams(search);
}

/** Counts how often the page's data is requested again. */
export const router = {
  refreshes: 0,
  refresh() {
    router.refreshes += 1;
  },
};

export const useRouter = () => router;
