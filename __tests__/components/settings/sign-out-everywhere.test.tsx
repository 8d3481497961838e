import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SignOutEverywhere } from '@/components/settings/sign-out-everywhere';

test('one click signs out everywhere, and a failure is shown', async () => {
  const signOut = jest.fn(async () => ({ error: 'That did not work.' }));
  render(<SignOutEverywhere signOut={signOut} />);
  expect(screen.getByText(/sign in again on this device too/)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Sign out everywhere' }));
  expect(signOut).toHaveBeenCalledTimes(1);
  expect(await screen.findByText('That did not work.')).toBeVisible();
});
