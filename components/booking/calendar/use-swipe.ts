import { type MouseEvent, type PointerEvent, useRef } from 'react';

const minimumPixels = 44;

interface SwipeTargets {
  /** Undefined when there is nothing on that side. */
  toPrevious: (() => void) | undefined;
  toNext: (() => void) | undefined;
}

function mayMove(): boolean {
  return window.matchMedia('(prefers-reduced-motion: no-preference)').matches;
}

/** Animates the element back into place. */
function settle(element: HTMLElement, fromPixels: number) {
  element.style.transform = '';
  if (!mayMove()) return;
  element.animate([{ transform: `translateX(${fromPixels}px)` }, { transform: 'none' }], {
    duration: 220,
    easing: 'cubic-bezier(0.2, 0, 0, 1)',
  });
}

/**
 * Handlers for an element with `touch-action: pan-y`: the browser handles vertical scrolling and cancels
 * the pointer, so only horizontal moves arrive here.
 */
export function useSwipe({ toPrevious, toNext }: SwipeTargets) {
  const finger = useRef<{ id: number; x: number } | null>(null);
  const swiped = useRef(false);

  function distance(event: PointerEvent<HTMLElement>): number {
    const down = finger.current;
    return down && down.id === event.pointerId ? event.clientX - down.x : 0;
  }

  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      swiped.current = false;
      if (event.pointerType !== 'touch' || !event.isPrimary) return;
      finger.current = { id: event.pointerId, x: event.clientX };
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const pixels = distance(event);
      if (Math.abs(pixels) < 8 || !mayMove()) return;
      const target = pixels > 0 ? toPrevious : toNext;
      event.currentTarget.style.transform = `translateX(${pixels * (target ? 0.6 : 0.15)}px)`;
    },
    onPointerUp(event: PointerEvent<HTMLElement>) {
      const pixels = distance(event);
      finger.current = null;
      if (Math.abs(pixels) < 8) return;
      const target = pixels > 0 ? toPrevious : toNext;
      swiped.current = true;
      const turns = Math.abs(pixels) >= minimumPixels && target !== undefined;
      settle(event.currentTarget, turns ? -pixels * 0.4 : pixels * 0.15);
      if (turns) target();
    },
    onPointerCancel(event: PointerEvent<HTMLElement>) {
      finger.current = null;
      event.currentTarget.style.transform = '';
    },
    /** A swipe that ends on a day must not select it. */
    onClickCapture(event: MouseEvent<HTMLElement>) {
      if (!swiped.current) return;
      swiped.current = false;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}
