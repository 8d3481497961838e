'use client';

import { useActionState } from 'react';
import { Card } from '../ui/card';
import { Notice } from '../ui/notice';
import { Stack } from '../ui/stack';
import { SubmitButton } from '../ui/submit-button';
import styles from './settings-panel.module.css';

/** What the form shows: why it did not work, if it did not. */
export interface SignOutState {
  error: string | null;
}

interface SignOutEverywhereProps {
  signOut: (previous: SignOutState, form: FormData) => Promise<SignOutState>;
}

export function SignOutEverywhere({ signOut }: SignOutEverywhereProps) {
  const [state, action] = useActionState(signOut, { error: null });
  return (
    <Card as="section" aria-labelledby="sign-out-everywhere-title">
      <Stack>
        <div>
          <h2 id="sign-out-everywhere-title">Signed-in devices</h2>
          <p className={styles.text}>
            If you lost a device or used a shared one, sign out everywhere. You will need to sign in
            again on this device too.
          </p>
        </div>
        {state.error ? (
          <Notice tone="error">
            <p>{state.error}</p>
          </Notice>
        ) : null}
        <form action={action}>
          <SubmitButton variant="secondary" pendingLabel="Signing out…">
            Sign out everywhere
          </SubmitButton>
        </form>
      </Stack>
    </Card>
  );
}
