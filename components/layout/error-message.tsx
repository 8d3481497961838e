import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { LinkButton } from '../ui/link-button';
import { PageHeading } from '../ui/page-heading';
import { Stack } from '../ui/stack';

/** A failure of ours: nothing of the cause, and two ways on. */
export function ErrorMessage({ retry }: { retry: () => void }) {
  return (
    <div role="alert">
      <Stack gap="large">
        <PageHeading title="Something broke on our side" />
        <EmptyState
          title="It is not your doing, and nothing you booked is lost."
          actions={
            <>
              <Button onClick={retry}>Try again</Button>
              <LinkButton variant="secondary" href="/dashboard">
                Go to your dashboard
              </LinkButton>
            </>
          }
        >
          <p>Most often it passes. If it does not, look in again in a few minutes.</p>
        </EmptyState>
      </Stack>{' '}
    </div>
  );
}
