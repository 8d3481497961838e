import { useEffect, useRef } from 'react';

/**
 * When a step or its day changes, reading goes on at the new step's heading, as it would after a
 * page load. The first step shown is left alone: the page has just been loaded.
 */
export function useStepFocus(step: string, date: string | undefined) {
  const rootRef = useRef<HTMLDivElement>(null);
  const headingRef = useRef<HTMLHeadingElement>(null);
  const place = `${step} ${date ?? ''}`;
  const shown = useRef(place);

  useEffect(() => {
    if (shown.current === place) return;
    shown.current = place;
    headingRef.current?.focus({ preventScroll: true });
    const root = rootRef.current;
    if (root && root.getBoundingClientRect().top < 0) root.scrollIntoView();
  }, [place]);

  return { rootRef, headingRef };
}
