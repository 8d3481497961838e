import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { LinkButton } from '../ui/link-button';
import { PageHeading } from '../ui/page-heading';
import { Stack } from '../ui/stack';

/** Leaves out the cause, which could reveal internals. */
export function ErrorMessage({ retry }: { retry: () => void }) {
  return (
    <div role="alert">
      <Stack gap="large">
        <PageHeading title="Something went wrong on our side" />
        <EmptyState
          title="This isn't your fault, and your booked sessions are safe."
          actions={
            <>
              <Button onClick={retry}>Try again</Button>
              <LinkButton variant="secondary" href="/dashboard">
                Go to your dashboard
              </LinkButton>
            </>
          }
        >
          <p>If it keeps happening, come back in a few minutes.</p>
        </EmptyState>
      </Stack>
    </div>
  );
}
