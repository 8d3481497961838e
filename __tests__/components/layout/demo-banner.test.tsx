import { render, screen, within } from '@testing-library/react';
import { DemoBanner } from '@/components/layout/demo-banner';

it('explains the demo, in its own landmark', () => {
  render(<DemoBanner />);
  const banner = within(screen.getByRole('complementary', { name: 'About this site' }));
  expect(banner.getByText('Demo')).toBeInTheDocument();
  expect(banner.getByText(/Anyone can sign in as anyone/)).toBeInTheDocument();
});
