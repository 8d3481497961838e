/** What the form that changes somebody's calendar feed shows: which change was made last. */
export type CalendarFeedState =
  | { status: 'idle' | 'create' | 'replace' | 'remove' }
  | { status: 'failed'; message: string };

export type CalendarFeedAction = (
  previous: CalendarFeedState,
  form: FormData,
) => Promise<CalendarFeedState>;
