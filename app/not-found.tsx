import type { Metadata } from 'next';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { Page } from '@/components/ui/page';
import { PageHeading } from '@/components/ui/page-heading';
import { Stack } from '@/components/ui/stack';

export const metadata: Metadata = { title: 'Page not found' };

export default function NotFound() {
  return (
    <Page width="reading">
      <Stack gap="large">
        <PageHeading title="Page not found" />
        <EmptyState
          title="The link may be out of date, or meant for someone else."
          actions={<LinkButton href="/dashboard">Go to your dashboard</LinkButton>}
        >
          <p>You'll find your sessions and courses on your dashboard.</p>
        </EmptyState>
      </Stack>
    </Page>
  );
}
