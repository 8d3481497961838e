/** What a person reads when their feed cannot be changed. */
export const CALENDAR_FEED_FAILED_MESSAGE =
  'We could not change your calendar address. Please try again.';
