export interface SignInState {
  email: string;
  error: string | null;
  /** Where a link was sent, if the address has an account. */
  sentTo?: string;
}

export type SignInAction = (previous: SignInState, form: FormData) => Promise<SignInState>;
