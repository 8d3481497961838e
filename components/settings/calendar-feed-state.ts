/** The last change made, or why it failed. */
export type CalendarFeedState =
  | { status: 'idle' | 'create' | 'replace' | 'remove' }
  | { status: 'failed'; message: string };

export type CalendarFeedAction = (
  previous: CalendarFeedState,
  form: FormData,
) => Promise<CalendarFeedState>;
