'use client';

import { ErrorMessage } from '@/components/layout/error-message';
import { Page } from '@/components/ui/page';

export default function ErrorPage({ retry }: { retry: () => void }) {
  return (
    <Page width="reading">
      <ErrorMessage retry={retry} />
    </Page>
  );
}
