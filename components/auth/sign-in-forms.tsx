'use client';

import { useActionState } from 'react';
import { TextField } from '../ui/field';
import { Stack } from '../ui/stack';
import { SubmitButton } from '../ui/submit-button';
import { DemoLogin, type DemoLoginProps } from './demo-login';
import styles from './sign-in-forms.module.css';
import type { SignInAction } from './sign-in-state';

interface SignInFormsProps {
  signIn: SignInAction;
  /** Where the person was going. */
  next: string | null;
  demoLogins: Omit<DemoLoginProps, 'action' | 'next'>[];
}

export function SignInForms({ signIn, next, demoLogins }: SignInFormsProps) {
  const [state, action] = useActionState(signIn, { email: '', error: null });
  return (
    <Stack gap="large">
      <form action={action} noValidate>
        <Stack>
          {next ? <input type="hidden" name="next" value={next} /> : null}
          {/* A field keeps the text it began with, so a refused address makes another field. */}
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
            defaultValue={state.email}
            error={state.error ?? undefined}
          />
          <SubmitButton wide pendingLabel="Signing in…">
            Sign in
          </SubmitButton>
        </Stack>{' '}
      </form>
      {demoLogins.length > 0 ? (
        <section className={styles.demo} aria-labelledby="demo-logins">
          <h2 id="demo-logins" className={styles.title}>
            Or try it as one of these people
          </h2>
          <ul className={styles.list}>
            {demoLogins.map((login) => (
              <li key={login.email}>
                <DemoLogin {...login} next={next} action={action} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </Stack>
  );
}
