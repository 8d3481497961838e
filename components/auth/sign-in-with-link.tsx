'use client';

import { useActionState } from 'react';
import { Notice } from '../ui/notice';
import { Stack } from '../ui/stack';
import { SubmitButton } from '../ui/submit-button';

export interface SignInWithLinkState {
  error: string | null;
}

interface SignInWithLinkProps {
  signIn: (previous: SignInWithLinkState, form: FormData) => Promise<SignInWithLinkState>;
  link: string;
  /** The account that it signs in to. */
  person: { name: string; email: string };
}

/**
 * Asks before the link is used: mail scanners open every link, and people who were sent someone
 * else's link should see whose account it is.
 */
export function SignInWithLink({ signIn, link, person }: SignInWithLinkProps) {
  const [state, action] = useActionState(signIn, { error: null });
  if (state.error) return <SpentLink error={state.error} />;
  return (
    <form action={action}>
      <Stack>
        <input type="hidden" name="link" value={link} />
        <p>
          You're signing in as <strong>{person.name}</strong> ({person.email}).
        </p>
        <SubmitButton wide pendingLabel="Signing in…">
          Sign in
        </SubmitButton>
      </Stack>
    </form>
  );
}

export function SpentLink({ error }: { error: string }) {
  return (
    <Stack>
      <Notice tone="error" title={error} />
      <p>
        <a href="/login">Get a new link</a>
      </p>
    </Stack>
  );
}
