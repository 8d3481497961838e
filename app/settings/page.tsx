import type { Metadata } from 'next';
import { SettingsPanel } from '@/components/settings/settings-panel';
import { TimeZoneForm } from '@/components/settings/time-zone-form';
import { timeZoneGroups } from '@/components/settings/time-zone-groups';
import { Page } from '@/components/ui/page';
import { PageHeading } from '@/components/ui/page-heading';
import { Stack } from '@/components/ui/stack';
import { requireViewer } from '@/lib/auth/viewer';
import { saveTimeZone } from '../actions/users';

export const metadata: Metadata = { title: 'Settings' };

export default async function SettingsPage() {
  const now = Date.now();
  const viewer = await requireViewer();
  return (
    <Page width="reading">
      <Stack gap="large">
        {' '}
        <PageHeading title="Settings" />
        <SettingsPanel stored={viewer.timezone} now={now}>
          <TimeZoneForm
            stored={viewer.timezone}
            groups={timeZoneGroups(now, viewer.timezone)}
            save={saveTimeZone}
          />
        </SettingsPanel>
      </Stack>
    </Page>
  );
}
