/** What a form that changes the time zone shows. `timeZone` is the one that was last asked for. */
export type TimeZoneState =
  | { status: 'idle' }
  | { status: 'saved'; timeZone: string }
  | { status: 'refused'; timeZone: string; message: string };

export type TimeZoneAction = (previous: TimeZoneState, form: FormData) => Promise<TimeZoneState>;
