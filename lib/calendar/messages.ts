/** Why a session is not in the form that a calendar takes. */
export const CALENDAR_EXPORT_MESSAGES = {
  SESSION_NOT_BOOKED: 'This time is not booked, so there is nothing to put into a calendar.',
} as const;
