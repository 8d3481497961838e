/** Refusals of the calendar export. */
export const CALENDAR_EXPORT_MESSAGES = {
  SESSION_NOT_BOOKED:
    'This session is not booked, so it has no calendar file. Complete the booking first.',
} as const;

export const CALENDAR_FEED_FAILED_MESSAGE =
  'We could not update your calendar address. Please try again.';
