import { createContext, useContext } from 'react';

export interface CalendarDays {
  /** The address of a day's times. */
  hrefOf: (date: string) => string;
  /** Until React has taken over, every day is a tab stop; then the arrow keys move between them. */
  rovesFocus: boolean;
}

export const CalendarContext = createContext<CalendarDays>({
  hrefOf: () => '',
  rovesFocus: false,
});

export const useCalendarDays = () => useContext(CalendarContext);
