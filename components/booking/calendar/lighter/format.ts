import { lightFormat } from 'date-fns/lightFormat';

/**
 * In the browser, this takes the place of `date-fns/format` in react-day-picker, which then formats numbers
 * only, such as `2026-03-01`. The words of our calendar come from `lib/time/calendar-dates.ts`.
 */
export const format = lightFormat;
