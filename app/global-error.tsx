'use client';

import { ErrorMessage } from '@/components/layout/error-message';
import { Page } from '@/components/ui/page';
import { fontClassNames } from './fonts';
import './globals.css';

/** Replaces the root layout as well, because the error may be in it. */
export default function GlobalErrorPage({ retry }: { retry: () => void }) {
  return (
    <html lang="en" className={fontClassNames}>
      <body>
        <title>Something went wrong · PeerLoop</title>
        <Page width="reading">
          <ErrorMessage retry={retry} />
        </Page>
      </body>
    </html>
  );
}
