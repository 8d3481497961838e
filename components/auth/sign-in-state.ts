/** What the sign-in forms show: what was typed, and why it was refused, if it was. */
export interface SignInState {
  email: string;
  error: string | null;
}

export type SignInAction = (previous: SignInState, form: FormData) => Promise<SignInState>;
