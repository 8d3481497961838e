import { render, screen, within } from '@testing-library/react';
import { UpcomingSessions } from '@/components/sessions/upcoming-sessions';
import { aSession } from './a-session';

const now = Date.parse('2026-03-03T08:00:00Z');

function show(sessions = [aSession()], viewerId = 'ada', zone = 'Europe/Berlin') {
  return render(
    <UpcomingSessions
      sessions={sessions}
      viewerId={viewerId}
      zone={zone}
      now={now}
      empty={<p>No upcoming sessions.</p>}
    />,
  );
}

it('shows who, which course, the day and the hours with their zone, and leads to the session', () => {
  show();
  expect(screen.getByRole('heading', { name: 'Today, Tuesday 3 March' })).toBeInTheDocument();
  const row = within(screen.getByRole('listitem'));
  expect(row.getByText('14:00–15:00')).toHaveAttribute('datetime', '2026-03-03T13:00:00.000Z');
  for (const words of ['Berlin time', 'Maya Gurung teaches you', 'Scheduled']) {
    expect(row.getByText(words)).toBeInTheDocument();
  }
  expect(row.getByRole('link', { name: 'Conversational Spanish' })).toHaveAttribute(
    'href',
    '/sessions/session-1',
  );
});

it('gives both offsets if the clocks change during a session', () => {
  const scheduledStart = new Date('2026-04-04T13:30:00Z');
  const scheduledEnd = new Date('2026-04-04T14:30:00Z');
  show([aSession({ scheduledStart, scheduledEnd })], 'ada', 'Pacific/Auckland');
  expect(screen.getByText('02:30 (GMT+13)–02:30 (GMT+12)')).toBeInTheDocument();
});

it('shows the student to the teacher', () => {
  show([aSession()], 'maya', 'Asia/Kathmandu');
  expect(screen.getByText('You teach Ada Berg')).toBeInTheDocument();
  expect(screen.getByText('18:45–19:45')).toBeInTheDocument();
});

it('lists a session under its day in the viewer’s time zone', () => {
  const late = aSession({
    id: 'session-2',
    scheduledStart: new Date('2026-03-03T19:00:00Z'),
    scheduledEnd: new Date('2026-03-03T20:00:00Z'),
  });
  show([aSession(), late], 'maya', 'Asia/Kathmandu');
  expect(screen.getByRole('heading', { name: 'Tomorrow, Wednesday 4 March' })).toBeInTheDocument();
  expect(screen.getByText('00:45–01:45')).toBeInTheDocument();
});

it('says when the hold expires', () => {
  const holdExpiresAt = new Date('2026-03-03T08:35:00Z');
  show([aSession({ status: 'pending_payment', holdExpiresAt })]);
  expect(screen.getByText('Held until 09:35 Berlin time')).toBeInTheDocument();
});

it('says what to do when there are none', () => {
  show([]);
  expect(screen.getByText('No upcoming sessions.')).toBeInTheDocument();
  expect(screen.queryByRole('listitem')).not.toBeInTheDocument();
});
