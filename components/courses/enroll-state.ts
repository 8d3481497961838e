/** Why "Enroll now" did not enroll, if it did not. */
export interface EnrollState {
  error: string | null;
}

export type EnrollAction = (previous: EnrollState, form: FormData) => Promise<EnrollState>;
