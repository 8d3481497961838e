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
  /** Leads to Google; null where this server does not know Google. */
  signInWithGoogle: ((form: FormData) => Promise<void>) | null;
  /** Where the person was going. */
  next: string | null;
  /** The address of this page, for another try. */
  again: string;
  /** What an address is good for on this server. */
  ways: { demo: boolean; link: boolean };
  demoLogins: Omit<DemoLoginProps, 'action' | 'next'>[];
}

export function SignInForms(props: SignInFormsProps) {
  const { signIn, signInWithGoogle, next, again, ways, demoLogins } = props;
  const [state, action] = useActionState(signIn, { email: '', error: null });
  if (state.sentTo) return <LinkSent email={state.sentTo} again={again} />;
  return (
    <Stack gap="large">
      {ways.demo || ways.link ? (
        <EmailForm state={state} action={action} next={next} ways={ways} />
      ) : null}
      {signInWithGoogle ? <GoogleForm action={signInWithGoogle} next={next} /> : null}
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
