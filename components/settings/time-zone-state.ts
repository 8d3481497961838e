/** `timeZone` is the one last submitted. */
export type TimeZoneState =
  | { status: 'idle' }
  | { status: 'saved'; timeZone: string }
  | { status: 'refused'; timeZone: string; message: string };

export type TimeZoneAction = (previous: TimeZoneState, form: FormData) => Promise<TimeZoneState>;
