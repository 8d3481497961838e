import { render, screen, within } from '@testing-library/react';
import { AddToCalendar } from '@/components/sessions/add-to-calendar';

test('"Add to Calendar" offers Google, Apple and Outlook', () => {
  const links = {
    google: 'https://calendar.google.com/x',
    file: '/api/sessions/1/calendar-export',
  };
  render(<AddToCalendar links={links} />);
  const menu = screen.getByText('Add to Calendar').closest('details');
  if (!menu) throw new Error('There is no menu.');
  expect(menu.open).toBe(false);
  const choices = within(menu).getAllByRole('link', { hidden: true });
  expect(choices.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
    ['Google opens in a new tab', links.google],
    ['Apple downloads a file', links.file],
    ['Outlook downloads a file', links.file],
  ]);
});
