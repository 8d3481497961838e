import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { DemoBanner } from '@/components/layout/demo-banner';
import { SiteHeader } from '@/components/layout/site-header';
import { TimeZoneOfferWhenNeeded } from '@/components/settings/time-zone-offer-when-needed';
import { SkipLink } from '@/components/ui/skip-link';
import { readViewer } from '@/lib/auth/viewer';
import { env } from '@/lib/env';
import { signOut } from './actions/sign-in';
import { saveTimeZone } from './actions/users';
import { fontClassNames } from './fonts';
import './globals.css';

// Every page shows who is signed in, so none can be prerendered.
export const dynamic = 'force-dynamic';

export const metadata: Metadata = {
  title: { default: 'PeerLoop', template: '%s · PeerLoop' },
  description: 'Learn one to one with a Student-Teacher, at a time that suits you both.',
};

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fefcf9' },
    { media: '(prefers-color-scheme: dark)', color: '#181c19' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const viewer = await readViewer();
  return (
    <html lang="en" className={fontClassNames}>
      <body>
        <SkipLink />
        {env().DEMO_SITE ? <DemoBanner /> : null}
        <SiteHeader viewer={viewer} signOut={signOut} />
        {viewer ? <TimeZoneOfferWhenNeeded stored={viewer.timezone} save={saveTimeZone} /> : null}
        {children}
      </body>
    </html>
  );
}
