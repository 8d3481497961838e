import { render, screen, within } from '@testing-library/react';
import { SessionTimeline } from '@/components/sessions/session-timeline';

const event = (id: string, kind: 'booked' | 'moved' | 'cancelled') => ({
  id,
  kind,
  happenedAt: new Date('2026-03-01T08:00:00Z'),
  scheduledStart: new Date('2026-03-03T13:00:00Z'),
  actor: null,
});

function show(more: { hasEarlier: boolean; hasLater: boolean }) {
  render(
    <SessionTimeline
      events={[event('event-1', 'booked'), event('event-2', 'cancelled')]}
      {...more}
      path="/sessions/session-1"
      viewerId="ada"
      zone="Europe/Berlin"
      now={Date.parse('2026-03-01T08:00:00Z')}
    />,
  );
  const timeline = screen.getByRole('region', { name: 'History' });
  return within(timeline)
    .queryAllByRole('link')
    .map((link) => [link.textContent, link.getAttribute('href')]);
}

it('lists all events, without links, when there are no others', () => {
  expect(show({ hasEarlier: false, hasLater: false })).toEqual([]);
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'BookedToday, 09:00 Berlin time',
    'CancelledToday, 09:00 Berlin time',
  ]);
});

it('links to the earlier events and to the latest ones', () => {
  expect(show({ hasEarlier: true, hasLater: true })).toEqual([
    ['Show earlier', '/sessions/session-1?before=event-1#what-happened'],
    ['Show latest', '/sessions/session-1#what-happened'],
  ]);
});
