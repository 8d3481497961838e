import type { Metadata } from 'next';
import { CalendarFeed } from '@/components/settings/calendar-feed';
import { SettingsPanel } from '@/components/settings/settings-panel';
import { SignOutEverywhere } from '@/components/settings/sign-out-everywhere';
import { TimeZoneForm } from '@/components/settings/time-zone-form';
import { timeZoneGroups } from '@/components/settings/time-zone-groups';
import { Page } from '@/components/ui/page';
import { PageHeading } from '@/components/ui/page-heading';
import { Stack } from '@/components/ui/stack';
import { requireViewer } from '@/lib/auth/viewer';
import { feedLinks, recoverFeedToken } from '@/lib/calendar/feed-address';
import { findCalendarFeed } from '@/lib/calendar/find-feed';
import { db } from '@/lib/db/client';
import { env } from '@/lib/env';
import type { Viewer } from '@/lib/users/queries';
import { changeCalendarFeed } from '../actions/calendar-feeds';
import { saveTimeZone, signOutEverywhere } from '../actions/users';

export const metadata: Metadata = { title: 'Settings' };

export default async function SettingsPage() {
  const now = Date.now();
  const viewer = await requireViewer();
  return (
    <Page width="reading">
      <Stack gap="large">
        <PageHeading title="Settings" />
        <SettingsPanel stored={viewer.timezone} now={now}>
          <TimeZoneForm
            stored={viewer.timezone}
            groups={timeZoneGroups(now, viewer.timezone)}
            save={saveTimeZone}
          />
        </SettingsPanel>
        <CalendarFeed feed={await feedView(viewer)} change={changeCalendarFeed} />
        <SignOutEverywhere signOut={signOutEverywhere} />
      </Stack>
    </Page>
  );
}

/** `links` is null when the address can no longer be shown. */
async function feedView(viewer: Viewer) {
  const { NEXTAUTH_SECRET, NEXTAUTH_URL } = env();
  const feed = await findCalendarFeed(db(), viewer);
  if (!feed) return null;
  const token = recoverFeedToken(NEXTAUTH_SECRET, feed);
  return { links: token === null ? null : feedLinks(token, NEXTAUTH_URL) };
}
