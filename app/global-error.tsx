'use client';

import { ErrorMessage } from '@/components/layout/error-message';
import { Page } from '@/components/ui/page';
import { fontClassNames } from './fonts';
import './globals.css';

/** Stands in for the layout too, for when that is what broke. */
export default function GlobalErrorPage({ retry }: { retry: () => void }) {
  return (
    <html lang="en" className={fontClassNames}>
      <body>
        <title>Something broke · PeerLoop</title>
        <Page width="reading">
          <ErrorMessage retry={retry} />
        </Page>
      </body>
    </html>
  );
}
