import { useEffect, useRef } from 'react';
import { useMounted } from '../calendar/use-mounted';

/**
 * Moves focus to the heading when the step or its day changes, so that screen readers continue there.
 * Not after a page load, where the browser sets the focus; a link within the site counts as a change.
 */
export function useStepFocus(step: string, date: string | undefined) {
  const rootRef = useRef<HTMLDivElement>(null);
  const headingRef = useRef<HTMLHeadingElement>(null);
  const place = `${step} ${date ?? ''}`;
  const isLoadedPage = !useMounted();
  const shown = useRef(isLoadedPage ? place : null);

  useEffect(() => {
    if (shown.current === place) return;
    shown.current = place;
    headingRef.current?.focus({ preventScroll: true });
    const root = rootRef.current;
    if (root && root.getBoundingClientRect().top < 0) root.scrollIntoView();
  }, [place]);

  return { rootRef, headingRef };
}
