import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { TimeZoneForm } from '@/components/settings/time-zone-form';
import { timeZoneGroups } from '@/components/settings/time-zone-groups';
import type { TimeZoneAction } from '@/components/settings/time-zone-state';
import { setDeviceZone } from './set-device-zone';

const now = Date.parse('2026-03-03T08:00:00Z');
const groups = [
  { label: 'Other', zones: [{ value: 'UTC', label: 'UTC (GMT)' }] },
  {
    label: 'Europe',
    zones: [
      { value: 'Europe/Berlin', label: 'Berlin (GMT+1)' },
      { value: 'Europe/Lisbon', label: 'Lisbon (GMT)' },
    ],
  },
];

const save: TimeZoneAction = async (_previous, form) => ({
  status: 'saved',
  timeZone: String(form.get('time_zone')),
});

const select = () => screen.getByRole('combobox', { name: 'Time zone' });

it('saves the zone that was chosen and says so', async () => {
  render(<TimeZoneForm stored={null} groups={groups} save={save} />);
  expect(select()).toHaveDisplayValue('Choose your time zone');
  await userEvent.selectOptions(select(), 'Lisbon (GMT)');
  await userEvent.click(screen.getByRole('button', { name: 'Save time zone' }));
  expect(await screen.findByRole('status')).toHaveTextContent(
    'Times are now shown in Lisbon time.',
  );
});

it('keeps the choice on a refusal, and says why beside it', async () => {
  const refuse: TimeZoneAction = async (_previous, form) => ({
    status: 'refused',
    timeZone: String(form.get('time_zone')),
    message: 'We could not save your time zone. Please try again.',
  });
  render(<TimeZoneForm stored="Europe/Berlin" groups={groups} save={refuse} />);
  await userEvent.selectOptions(select(), 'Lisbon (GMT)');
  await userEvent.click(screen.getByRole('button', { name: 'Save time zone' }));
  await screen.findByText(/We could not save/);
  expect(select()).toHaveDisplayValue('Lisbon (GMT)');
  expect(select()).toHaveAccessibleDescription(/We could not save/);
});

it('saves the device’s zone with one click', async () => {
  setDeviceZone('Europe/Lisbon');
  render(<TimeZoneForm stored="Europe/Berlin" groups={groups} save={save} />);
  await userEvent.click(screen.getByRole('button', { name: 'Use Lisbon time' }));
  expect(await screen.findByRole('status')).toHaveTextContent('Lisbon time');
});

describe('the zones to choose from', () => {
  const all = timeZoneGroups(now, null);
  const zones = all.flatMap((group) => group.zones);

  it('are sorted by region and name, UTC first', () => {
    expect(all[0]).toEqual({
      label: 'Other',
      zones: [{ value: 'UTC', label: 'UTC (GMT)' }],
    });
    expect(all.map((group) => group.label)).toContain('Europe');
    expect(new Set(zones.map((zone) => zone.value)).size).toBe(zones.length);
  });

  it('have their current names and current offsets', () => {
    expect(zones).toContainEqual({ value: 'Asia/Kathmandu', label: 'Kathmandu (GMT+5:45)' });
    expect(zones).toContainEqual({
      value: 'America/Argentina/Ushuaia',
      label: 'Ushuaia, Argentina (GMT-3)',
    });
    expect(zones.map((zone) => zone.value)).not.toContain('Asia/Calcutta');
  });

  it('include the saved zone, even under an old name', () => {
    const [first] = timeZoneGroups(now, 'US/Pacific');
    expect(first?.zones).toContainEqual({ value: 'US/Pacific', label: 'Pacific (GMT-8)' });
  });
});
