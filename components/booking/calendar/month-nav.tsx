'use client';

import type { MouseEvent } from 'react';
import { Icon } from '@/components/ui/icon';
import { addMonths, monthName } from '@/lib/time/calendar-dates';
import { isPlainClick } from '../steps/step-link';
import styles from './month-nav.module.css';

interface MonthNavProps {
  month: string;
  firstMonth: string;
  lastMonth: string;
  hrefOf: (month: string) => string;
  onMove: (month: string) => void;
}

/** The arrows stop at the current month and at the end of the booking horizon. */
export function MonthNav({ month, firstMonth, lastMonth, hrefOf, onMove }: MonthNavProps) {
  const previous = month > firstMonth ? addMonths(month, -1) : null;
  const next = month < lastMonth ? addMonths(month, 1) : null;

  function arrow(target: string | null, label: string, icon: 'back' | 'forward') {
    if (!target) {
      return (
        <span className={styles.arrow}>
          <Icon name={icon} />
        </span>
      );
    }
    const handleClick = (event: MouseEvent) => {
      if (!isPlainClick(event)) return;
      event.preventDefault();
      onMove(target);
    };
    return (
      <a
        className={styles.arrow}
        href={hrefOf(target)}
        onClick={handleClick}
        aria-label={`${label}, ${monthName(target)}`}
      >
        <Icon name={icon} />
      </a>
    );
  }

  return (
    <nav className={styles.nav} aria-label="Month">
      {arrow(previous, 'Previous month', 'back')}
      <p className={styles.name} aria-live="polite">
        {monthName(month)}
      </p>
      {arrow(next, 'Next month', 'forward')}
    </nav>
  );
}
