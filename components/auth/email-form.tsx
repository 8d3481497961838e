'use client';

import { TextField } from '../ui/field';
import { Stack } from '../ui/stack';
import { SubmitButton } from '../ui/submit-button';
import type { SignInState } from './sign-in-state';

interface EmailFormProps {
  state: SignInState;
  action: (form: FormData) => void;
  /** Where to go after signing in. */
  next: string | null;
  /** The email sign-in methods that this server offers. */
  methods: { demo: boolean; link: boolean };
}

export function EmailForm({ state, action, next, methods }: EmailFormProps) {
  return (
    <form action={action} noValidate>
      <Stack>
        {next ? <input type="hidden" name="next" value={next} /> : null}
        {/* A field ignores a later default value; the key remounts it with the refused address. */}
        <TextField
          key={state.email}
          id="email"
          name="email"
          type="email"
          label="Email"
          autoComplete="email"
          autoCapitalize="none"
          spellCheck={false}
          required
          hint={methods.demo ? 'This is a demo: no password is needed.' : undefined}
          defaultValue={state.email}
          error={state.error ?? undefined}
        />
        {methods.demo ? (
          <SubmitButton wide name="how" value="demo" pendingLabel="Signing in…">
            Sign in
          </SubmitButton>
        ) : null}
        {methods.link ? (
          <SubmitButton
            wide
            name="how"
            value="link"
            variant={methods.demo ? 'secondary' : 'primary'}
            pendingLabel="Sending…"
          >
            Email me a link
          </SubmitButton>
        ) : null}
      </Stack>
    </form>
  );
}
