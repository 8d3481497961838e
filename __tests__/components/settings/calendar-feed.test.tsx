import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CalendarFeed } from '@/components/settings/calendar-feed';
import type { CalendarFeedState } from '@/components/settings/calendar-feed-state';

const LINKS = {
  webcal: 'webcal://peerloop.test/api/calendar/x.ics',
  google: 'https://google.test',
};

/** Takes every change, and keeps which button was pressed. */
function recorder() {
  const pressed: unknown[] = [];
  const change = async (_: CalendarFeedState, form: FormData): Promise<CalendarFeedState> => {
    const name = form.get('change');
    pressed.push(name);
    return name === 'create' || name === 'replace' || name === 'remove'
      ? { status: name }
      : { status: 'failed', message: 'That did not work.' };
  };
  return { pressed, change };
}

test('without a feed there is one button, which creates one', async () => {
  const { pressed, change } = recorder();
  render(<CalendarFeed feed={null} change={change} />);
  await userEvent.click(screen.getByRole('button', { name: 'Create private address' }));
  expect(pressed).toEqual(['create']);
  expect(await screen.findByRole('status')).toHaveTextContent('Your address is ready.');
});

test('a feed shows its address, and can be subscribed to, replaced and removed', async () => {
  const { pressed, change } = recorder();
  render(<CalendarFeed feed={{ links: LINKS }} change={change} />);
  expect(screen.getByRole('textbox', { name: 'Your private address' })).toHaveValue(LINKS.webcal);
  expect(screen.getByRole('link', { name: 'Subscribe on this device' })).toHaveAttribute(
    'href',
    LINKS.webcal,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Replace address' }));
  expect(await screen.findByRole('status')).toHaveTextContent('no longer works');
  await userEvent.click(screen.getByRole('button', { name: 'Remove address' }));
  expect(pressed).toEqual(['replace', 'remove']);
});

test('a feed whose URL cannot be recovered can be replaced', () => {
  render(<CalendarFeed feed={{ links: null }} change={recorder().change} />);
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(screen.getByText(/we can.t show it again/)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Replace address' })).toBeVisible();
});
