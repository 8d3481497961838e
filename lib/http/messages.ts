/** For a bug or an outage. Says nothing of the cause, which could reveal internals. */
export const UNEXPECTED_ERROR_MESSAGE = 'Something went wrong on our side. Please try again.';
