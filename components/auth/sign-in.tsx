import type { ReactNode } from 'react';
import { EmptyState } from '../ui/empty-state';
import { Notice } from '../ui/notice';
import { Page } from '../ui/page';
import { PageHeading } from '../ui/page-heading';
import { Stack } from '../ui/stack';

interface SignInProps {
  /** Null when no sign-in method is set up on this server. */
  forms: ReactNode;
  /** Why the person is on this page, if it should say so. */
  arrival?: SignInArrival | undefined;
}

/** Just signed out, or refused when signing in through a provider such as Google. */
export type SignInArrival = 'signed-out-everywhere' | 'refused';

export function SignIn({ forms, arrival }: SignInProps) {
  return (
    <Page width="narrow">
      <Stack gap="large">
        <PageHeading
          title="Sign in"
          description={forms ? 'Welcome back to PeerLoop.' : undefined}
        />
        {arrival === 'signed-out-everywhere' ? (
          <Notice tone="success" title="You are signed out on every device." live />
        ) : null}
        {arrival === 'refused' ? (
          <Notice tone="error" title="We couldn't sign you in.">
            <p>Use the email address on your PeerLoop account.</p>
          </Notice>
        ) : null}
        {forms ?? (
          <EmptyState title="Sign-in isn't set up on this server.">
            <p>
              Ask the site's administrator to set it up. Until then, only the home page is
              available.
            </p>
          </EmptyState>
        )}
      </Stack>
    </Page>
  );
}
