import type { ReactNode } from 'react';
import { EmptyState } from '../ui/empty-state';
import { Notice } from '../ui/notice';
import { Page } from '../ui/page';
import { PageHeading } from '../ui/page-heading';
import { Stack } from '../ui/stack';

interface SignInProps {
  forms: ReactNode;
  /** They come back from somebody who should have vouched for them. */
  wasRefused?: boolean;
}

/** The sign-in page. Without forms, this server has no way to sign anyone in. */
export function SignIn({ forms, wasRefused = false }: SignInProps) {
  return (
    <Page width="narrow">
      <Stack gap="large">
        <PageHeading
          title="Sign in"
          description={forms ? 'Welcome back to PeerLoop.' : undefined}
        />
        {wasRefused ? (
          <Notice tone="error" title="We could not sign you in that way.">
            <p>Use the email address of your PeerLoop account.</p>
          </Notice>
        ) : null}
        {forms ?? (
          <EmptyState title="Sign-in is not set up on this server.">
            <p>Whoever runs it can switch it on. Until then, only the front page is open.</p>
          </EmptyState>
        )}
      </Stack>
    </Page>
  );
}
