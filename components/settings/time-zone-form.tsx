'use client';

import { useActionState } from 'react';
import { zoneTime } from '@/lib/time/zone-names';
import { SelectField } from '../ui/field';
import { Notice } from '../ui/notice';
import { Stack } from '../ui/stack';
import { SubmitButton } from '../ui/submit-button';
import { DeviceZoneOffer } from './device-zone-offer';
import type { TimeZoneGroup } from './time-zone-groups';
import type { TimeZoneAction } from './time-zone-state';

interface TimeZoneFormProps {
  /** The viewer's saved time zone; null until they choose one. */
  stored: string | null;
  groups: TimeZoneGroup[];
  save: TimeZoneAction;
}

export function TimeZoneForm({ stored, groups, save }: TimeZoneFormProps) {
  const [state, action] = useActionState(save, { status: 'idle' });
  const chosen = state.status === 'refused' ? state.timeZone : (stored ?? '');
  return (
    <Stack>
      {state.status === 'saved' ? (
        <Notice tone="success" live>
          <p>Saved. Times are now shown in {zoneTime(state.timeZone)}.</p>
        </Notice>
      ) : null}
      <DeviceZoneOffer stored={stored} action={action} />
      <form action={action}>
        <Stack>
          {/* A select ignores a later default value; the key remounts it with the new zone. */}
          <SelectField
            key={chosen}
            id="time-zone"
            name="time_zone"
            label="Time zone"
            required
            defaultValue={chosen}
            error={state.status === 'refused' ? state.message : undefined}
          >
            <option value="" disabled hidden>
              Choose your time zone
            </option>
            {groups.map((group) => (
              <optgroup key={group.label} label={group.label}>
                {group.zones.map((zone) => (
                  <option key={zone.value} value={zone.value}>
                    {zone.label}
                  </option>
                ))}
              </optgroup>
            ))}
          </SelectField>
          <div>
            <SubmitButton pendingLabel="Saving…">Save time zone</SubmitButton>
          </div>
        </Stack>
      </form>
    </Stack>
  );
}
