import { render, screen, within } from '@testing-library/react';
import { Landing } from '@/components/layout/landing';

it('the chart of time zones explains its colors', () => {
  render(<Landing isSignedIn={false} now={Date.parse('2026-03-03T12:00:00Z')} />);
  const legend = screen.getByRole('list', { name: 'Legend' });
  expect(
    within(legend)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
  ).toEqual(['The session', 'Day (07:00–22:00)', 'Night']);
});
