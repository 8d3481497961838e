'use client';

import type { ComponentProps, MouseEvent } from 'react';

/** Next.js follows the browser's history, so moving within the wizard needs no request. */
export function goTo(href: string, how: 'push' | 'replace' = 'push') {
  if (href === window.location.pathname + window.location.search) return;
  if (how === 'push') window.history.pushState(null, '', href);
  else window.history.replaceState(null, '', href);
}

/** False for clicks that the browser handles, such as opening a new tab. */
export function isPlainClick(event: MouseEvent): boolean {
  const modified = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  return event.button === 0 && !modified && !event.defaultPrevented;
}

type StepLinkProps = ComponentProps<'a'> & {
  href: string;
  /** Replaces the history entry, so that Back skips this change. */
  replace?: boolean;
};

/** An ordinary link without JavaScript; with it, the same navigation without a request. */
export function StepLink({ href, replace = false, onClick, ...rest }: StepLinkProps) {
  function handleClick(event: MouseEvent<HTMLAnchorElement>) {
    onClick?.(event);
    if (!isPlainClick(event)) return;
    event.preventDefault();
    goTo(href, replace ? 'replace' : 'push');
  }

  return <a {...rest} href={href} onClick={handleClick} />;
}
