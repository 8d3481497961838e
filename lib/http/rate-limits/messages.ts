export const TOO_MANY_REQUESTS_MESSAGE = 'Too many requests. Wait a minute, then try again.';
