import type { Metadata } from 'next';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { Page } from '@/components/ui/page';
import { PageHeading } from '@/components/ui/page-heading';
import { Stack } from '@/components/ui/stack';

export const metadata: Metadata = { title: 'Not found' };

export default function NotFound() {
  return (
    <Page width="reading">
      <Stack gap="large">
        {' '}
        <PageHeading title="This page is not here" />
        <EmptyState
          title="The link may be old, or meant for somebody else."
          actions={<LinkButton href="/dashboard">Go to your dashboard</LinkButton>}
        >
          <p>Your sessions and courses are all on your dashboard.</p>
        </EmptyState>
      </Stack>
    </Page>
  );
}
