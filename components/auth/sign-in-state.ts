/** What the sign-in forms show: what was typed, and what came of it. */
export interface SignInState {
  email: string;
  /** Why it was refused, if it was. */
  error: string | null;
  /** The address that a link goes to if somebody has it. */
  sentTo?: string;
}

export type SignInAction = (previous: SignInState, form: FormData) => Promise<SignInState>;
