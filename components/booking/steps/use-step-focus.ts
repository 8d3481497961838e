import { useEffect, useRef } from 'react';
import { useMounted } from '../calendar/use-mounted';

/**
 * When a step or its day changes, reading goes on at the new step's heading, as it would after a
 * page load. The first step shown is left alone if the browser has just loaded the page; somebody
 * who came by a link within the site is led to its heading as well.
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
