import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { TimeZoneOffer } from '@/components/settings/time-zone-offer';
import type { TimeZoneAction } from '@/components/settings/time-zone-state';
import { setDeviceZone } from './set-device-zone';

const saved: TimeZoneAction = async (_previous, form) => ({
  status: 'saved',
  timeZone: String(form.get('time_zone')),
});

const offer = () => screen.queryByRole('region', { name: 'Time zone' });

afterEach(() => localStorage.clear());

it('offers the device’s zone to a viewer who has chosen none', () => {
  setDeviceZone('Europe/Berlin');
  render(<TimeZoneOffer stored={null} save={saved} />);
  expect(offer()).toHaveTextContent('Your device is set to Berlin time. Times here are in UTC.');
});

it('saves the zone under its current name, and confirms it in place', async () => {
  setDeviceZone('Asia/Calcutta');
  render(<TimeZoneOffer stored="Europe/Berlin" save={saved} />);
  await userEvent.click(screen.getByRole('button', { name: 'Use Kolkata time' }));
  const words = await screen.findByText('Times are now shown in Kolkata time.');
  expect(words).toHaveFocus();
  expect(words).toHaveAttribute('role', 'status');
});

it.each([
  ['Asia/Katmandu', 'Asia/Kathmandu'],
  ['Asia/Kolkata', 'Asia/Calcutta'],
  ['Europe/Vienna', 'Europe/Berlin'],
])('offers nothing if the zones have the same time: %s and %s', (device, stored) => {
  setDeviceZone(device);
  render(<TimeZoneOffer stored={stored} save={saved} />);
  expect(offer()).not.toBeInTheDocument();
});

it.each(['UTC', 'Etc/Unknown'])(
  'offers nothing if the browser’s zone is not a place: %s',
  (device) => {
    setDeviceZone(device);
    render(<TimeZoneOffer stored="Europe/Berlin" save={saved} />);
    expect(offer()).not.toBeInTheDocument();
  },
);

it('distinguishes zones that have the same offset today but not in half a year', () => {
  setDeviceZone('Africa/Lagos');
  render(<TimeZoneOffer stored="Europe/Berlin" save={saved} />);
  expect(offer()).toBeInTheDocument();
});

it('remembers "Not now" for this zone alone', async () => {
  setDeviceZone('Europe/Berlin');
  const first = render(<TimeZoneOffer stored={null} save={saved} />);
  await userEvent.click(screen.getByRole('button', { name: 'Not now' }));
  expect(offer()).not.toBeInTheDocument();
  first.unmount();

  const second = render(<TimeZoneOffer stored={null} save={saved} />);
  expect(offer()).not.toBeInTheDocument();
  second.unmount();

  setDeviceZone('Asia/Tokyo');
  render(<TimeZoneOffer stored={null} save={saved} />);
  expect(offer()).toHaveTextContent('Tokyo');
});

it('says why it could not be saved, and can be pressed again', async () => {
  setDeviceZone('Europe/Berlin');
  const message = 'We could not save your time zone. Please try again.';
  const refuse: TimeZoneAction = async () => ({
    status: 'refused',
    timeZone: 'Europe/Berlin',
    message,
  });
  render(<TimeZoneOffer stored={null} save={refuse} />);
  await userEvent.click(screen.getByRole('button', { name: 'Use Berlin time' }));
  expect(await screen.findByText(message)).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Use Berlin time' })).toBeEnabled();
});
