import { createContext, useContext } from 'react';

export interface CalendarDays {
  /** The URL of a day's times. */
  hrefOf: (date: string) => string;
  /** False before hydration: arrow keys do not work yet, so every day is a tab stop. */
  rovesFocus: boolean;
}

export const CalendarContext = createContext<CalendarDays>({
  hrefOf: () => '',
  rovesFocus: false,
});

export const useCalendarDays = () => useContext(CalendarContext);
