'use client';

import { useActionState } from 'react';
import { Stack } from '../ui/stack';
import { DemoLogin, type DemoLoginProps } from './demo-login';
import { EmailForm } from './email-form';
import { GoogleForm } from './google-form';
import { LinkSent } from './link-sent';
import styles from './sign-in-forms.module.css';
import type { SignInAction } from './sign-in-state';

interface SignInFormsProps {
  signIn: SignInAction;
  /** Null when Google sign-in is not set up. */
  signInWithGoogle: ((form: FormData) => Promise<void>) | null;
  /** Where to go after signing in. */
  next: string | null;
  /** The URL of this page, to start over. */
  again: string;
  /** The email sign-in methods that this server offers. */
  methods: { demo: boolean; link: boolean };
  demoLogins: Omit<DemoLoginProps, 'action' | 'next'>[];
}

export function SignInForms(props: SignInFormsProps) {
  const { signIn, signInWithGoogle, next, again, methods, demoLogins } = props;
  const [state, action] = useActionState(signIn, { email: '', error: null });
  if (state.sentTo) return <LinkSent email={state.sentTo} again={again} />;
  return (
    <Stack gap="large">
      {methods.demo || methods.link ? (
        <EmailForm state={state} action={action} next={next} methods={methods} />
      ) : null}
      {signInWithGoogle ? <GoogleForm action={signInWithGoogle} next={next} /> : null}
      {demoLogins.length > 0 ? (
        <section className={styles.demo} aria-labelledby="demo-logins">
          <h2 id="demo-logins" className={styles.title}>
            Or sign in as a demo user
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
