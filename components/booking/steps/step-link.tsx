'use client';

import type { ComponentProps, MouseEvent } from 'react';

/** Moves within the wizard. Next.js follows the browser's history, so nothing is fetched. */
export function goTo(href: string, how: 'push' | 'replace' = 'push') {
  if (href === window.location.pathname + window.location.search) return;
  if (how === 'push') window.history.pushState(null, '', href);
  else window.history.replaceState(null, '', href);
}

/** A click that asks for a new tab or a download is the browser's own. */
export function isPlainClick(event: MouseEvent): boolean {
  const modified = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  return event.button === 0 && !modified && !event.defaultPrevented;
}

type StepLinkProps = ComponentProps<'a'> & {
  href: string;
  /** Leaves no step behind for the Back button, as for a change of view. */
  replace?: boolean;
};

/** An ordinary link where there is no JavaScript; with it, the same move without a request. */
export function StepLink({ href, replace = false, onClick, ...rest }: StepLinkProps) {
  function handleClick(event: MouseEvent<HTMLAnchorElement>) {
    onClick?.(event);
    if (!isPlainClick(event)) return;
    event.preventDefault();
    goTo(href, replace ? 'replace' : 'push');
  }

  return <a {...rest} href={href} onClick={handleClick} />;
}
