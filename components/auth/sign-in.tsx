import type { ReactNode } from 'react';
import { EmptyState } from '../ui/empty-state';
import { Page } from '../ui/page';
import { PageHeading } from '../ui/page-heading';
import { Stack } from '../ui/stack';

/** The sign-in page. Without forms, this server has no way to sign anyone in. */
export function SignIn({ forms }: { forms: ReactNode }) {
  return (
    <Page width="narrow">
      <Stack gap="large">
        <PageHeading
          title="Sign in"
          description={forms ? 'Welcome back to PeerLoop.' : undefined}
        />
        {forms ?? (
          <EmptyState title="Sign-in is not set up on this server.">
            <p>Whoever runs it can switch it on. Until then, only the front page is open.</p>
          </EmptyState>
        )}
      </Stack>
    </Page>
  );
}
