'use client';

import type { ComponentProps, MouseEvent, ReactNode } from 'react';
import { useFormStatus } from 'react-dom';
import { type ButtonLook, buttonClassName } from './button';
import { Spinner } from './spinner';

interface SubmitButtonProps
  extends ButtonLook,
    Omit<ComponentProps<'button'>, 'className' | 'type' | 'disabled'> {
  /** The label while the form is being submitted. */
  pendingLabel: ReactNode;
  /** Only for a form that is sent in code; a form's `action` is tracked without it. */
  pending?: boolean;
}

/**
 * While the form is being submitted, the button ignores clicks but can keep focus, so that keyboard
 * users don't lose their place.
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
