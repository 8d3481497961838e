/**
 * In the browser, this takes the place of `@date-fns/tz` in react-day-picker, which uses the class only for a
 * calendar that has a `timeZone`. Ours has none: see `lib/time/calendar-dates.ts`.
 */
export class TZDate extends Date {}
