import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SiteHeader } from '@/components/layout/site-header';

it('shows the viewer’s name, links to their pages and a sign-out form', async () => {
  const signOut = jest.fn(async () => {});
  render(<SiteHeader viewer={{ name: 'Ada Berg', avatarUrl: null }} signOut={signOut} />);
  const header = within(screen.getByRole('banner'));
  const href = (name: string) =>
    header.getByRole('link', { name, hidden: true }).getAttribute('href');
  expect(href('PeerLoop')).toBe('/dashboard');
  expect(href('Dashboard')).toBe('/dashboard');
  expect(href('Settings')).toBe('/settings');
  expect(header.getByText('Ada Berg')).toBeInTheDocument();
  await userEvent.click(header.getByRole('button', { name: 'Sign out', hidden: true }));
  expect(signOut).toHaveBeenCalledTimes(1);
});

it('offers visitors only sign-in', () => {
  render(<SiteHeader viewer={null} signOut={async () => {}} />);
  expect(screen.getByRole('link', { name: 'Sign in' })).toHaveAttribute('href', '/login');
  expect(screen.queryByRole('link', { name: 'Dashboard' })).not.toBeInTheDocument();
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});
