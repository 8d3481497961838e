/** Why a session is not in the form that a calendar takes. */
export const CALENDAR_EXPORT_MESSAGES = {
  SESSION_NOT_BOOKED: 'This time is not booked, so there is nothing to put into a calendar.',
} as const;

/** What a person reads when their feed cannot be changed. */
export const CALENDAR_FEED_FAILED_MESSAGE =
  'We could not change your calendar address. Please try again.';
