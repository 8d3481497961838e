export interface EnrollState {
  error: string | null;
}

export type EnrollAction = (previous: EnrollState, form: FormData) => Promise<EnrollState>;
