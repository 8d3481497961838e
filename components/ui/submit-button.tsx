'use client';

import type { ComponentProps, MouseEvent, ReactNode } from 'react';
import { useFormStatus } from 'react-dom';
import { type ButtonLook, buttonClassName } from './button';
import { Spinner } from './spinner';

interface SubmitButtonProps
  extends ButtonLook,
    Omit<ComponentProps<'button'>, 'className' | 'type' | 'disabled'> {
  /** What the button says while its form is on the way. */
  pendingLabel: ReactNode;
  /** For a form that is sent by hand; a form with an `action` is noticed without it. */
  pending?: boolean;
}

/**
 * Submits the form around it once. While the form is on the way it stays focusable, so that nobody
 * loses their place, and ignores further presses.
 */
export function SubmitButton(props: SubmitButtonProps) {
  const { variant, wide, pendingLabel, pending, onClick, children, ...rest } = props;
  const status = useFormStatus();
  const busy = pending ?? status.pending;
  const look = { ...(variant && { variant }), ...(wide && { wide }) };

  function handleClick(event: MouseEvent<HTMLButtonElement>) {
    if (busy) event.preventDefault();
    else onClick?.(event);
  }

  return (
    <button
      {...rest}
      type="submit"
      className={buttonClassName(look)}
      aria-disabled={busy || undefined}
      onClick={handleClick}
    >
      {busy ? <Spinner /> : null}
      {busy ? pendingLabel : children}
    </button>
  );
}
