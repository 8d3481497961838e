'use client';

import { type ComponentProps, type KeyboardEvent, type MouseEvent, useEffect, useRef } from 'react';
import type { DayButtonProps } from 'react-day-picker';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { fromDate } from '@/lib/time/calendar-dates';
import { isPlainClick } from '../steps/step-link';
import { useCalendarDays } from './calendar-context';

function EmptyDay({ label, children }: { label: string | undefined } & ComponentProps<'span'>) {
  return (
    <span>
      <span aria-hidden="true">{children}</span>
      <VisuallyHidden>{label}</VisuallyHidden>
    </span>
  );
}

/** A link to the day's times, or plain text when it has none. */
export function DayLink({ day, modifiers, children, tabIndex, ...button }: DayButtonProps) {
  const { hrefOf, rovesFocus } = useCalendarDays();
  const link = useRef<HTMLAnchorElement>(null);
  const label = button['aria-label'];
  // The calendar's handlers read only what click events on links and buttons have in common.
  const { onClick, onKeyDown, onFocus, onBlur } = button as unknown as ComponentProps<'a'>;

  useEffect(() => {
    if (modifiers.focused) link.current?.focus();
  }, [modifiers.focused]);

  if (modifiers.disabled) return <EmptyDay label={label}>{children}</EmptyDay>;

  function handleClick(event: MouseEvent<HTMLAnchorElement>) {
    if (isPlainClick(event)) onClick?.(event);
  }

  function handleKeyDown(event: KeyboardEvent<HTMLAnchorElement>) {
    onKeyDown?.(event);
    if (event.key !== ' ') return;
    event.preventDefault();
    event.currentTarget.click();
  }

  return (
    <a
      ref={link}
      href={hrefOf(fromDate(day.date))}
      aria-label={label}
      aria-current={modifiers.selected ? 'true' : undefined}
      tabIndex={rovesFocus ? tabIndex : undefined}
      onClick={handleClick}
      onKeyDown={handleKeyDown}
      onFocus={onFocus}
      onBlur={onBlur}
    >
      {children}
    </a>
  );
}
