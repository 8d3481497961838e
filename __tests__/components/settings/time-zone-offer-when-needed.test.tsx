import { render, screen } from '@testing-library/react';
import { TimeZoneOfferWhenNeeded } from '@/components/settings/time-zone-offer-when-needed';
import type { TimeZoneAction } from '@/components/settings/time-zone-state';
import { setDeviceZone } from './set-device-zone';

const save: TimeZoneAction = async (_previous, form) => ({
  status: 'saved',
  timeZone: String(form.get('time_zone')),
});

const offer = { name: 'Time zone' };

it('loads the offer if the device has another zone', async () => {
  setDeviceZone('Europe/Berlin');
  render(<TimeZoneOfferWhenNeeded stored="Asia/Tokyo" save={save} />);
  expect(await screen.findByRole('region', offer)).toHaveTextContent('Berlin');
});

it.each(['Europe/Berlin', 'UTC'])('loads nothing if there is nothing to offer: %s', (device) => {
  setDeviceZone(device);
  const { container } = render(<TimeZoneOfferWhenNeeded stored="Europe/Berlin" save={save} />);
  expect(container).toBeEmptyDOMElement();
});
