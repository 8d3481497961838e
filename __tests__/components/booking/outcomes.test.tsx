import { render, screen } from '@testing-library/react';
import { Refused } from '@/components/booking/refused';
import { ScheduleLaterConfirmation } from '@/components/booking/schedule-later-confirmation';
import { SessionBooked, type SessionBookedView } from '@/components/booking/session-booked';

function bookedView(rest: Partial<SessionBookedView> = {}): SessionBookedView {
  return {
    state: 'booked',
    summary: {
      courseTitle: 'Conversational Spanish',
      st: { name: 'Maya Gurung', avatarUrl: null, profileHref: '/student-teachers/st-1' },
      fullDate: 'Tuesday 3 March 2026',
      time: { range: '09:00–10:00', theirs: '13:45 in Kathmandu' },
      zoneName: 'Berlin time (GMT+1)',
      durationMinutes: 60,
      price: null,
    },
    heldUntil: null,
    note: null,
    reminders: "We'll remind you by email 15 minutes before.",
    dashboardHref: '/dashboard',
    bookAnotherHref: '/courses/c-1/book',
    ...rest,
  };
}

const href = (name: string) => screen.getByRole('link', { name }).getAttribute('href');

describe('a booked session', () => {
  it('shows its details in both zones and the ways on', () => {
    render(
      <SessionBooked view={bookedView({ note: 'Hola' })}>
        <button type="button">Add to Calendar</button>
      </SessionBooked>,
    );
    expect(screen.getByRole('heading', { name: 'Session Booked!' })).toBeInTheDocument();
    for (const words of ['Tuesday 3 March 2026', '09:00–10:00', '13:45 in Kathmandu', 'Hola']) {
      expect(screen.getByText(words)).toBeInTheDocument();
    }
    expect(href('Back to Dashboard')).toBe('/dashboard');
    expect(href('Book Another Session')).toBe('/courses/c-1/book');
    expect(screen.getByRole('button', { name: 'Add to Calendar' })).toBeInTheDocument();
  });

  it('says which reminders will come', () => {
    const reminders = 'It starts too soon for a reminder.';
    render(<SessionBooked view={bookedView({ reminders })} />);
    expect(screen.getByText(reminders)).toBeInTheDocument();
    expect(screen.queryByText(/remind you/)).not.toBeInTheDocument();
  });
});

it('a held time says until when, and never that it is booked', () => {
  const heldUntil = '14:45 Berlin time (GMT+1)';
  render(<SessionBooked view={bookedView({ state: 'held', heldUntil })} />);
  expect(screen.getByRole('heading', { name: 'Time held' })).toBeInTheDocument();
  expect(screen.getByText(/Until 14:45 Berlin time/)).toBeInTheDocument();
  expect(screen.queryByText('Session Booked!')).not.toBeInTheDocument();
  expect(screen.getByText(/you won't be charged/)).toBeInTheDocument();
});

it('Schedule Later ends with its promise and the way to the dashboard', () => {
  render(<ScheduleLaterConfirmation dashboardHref="/dashboard" />);
  expect(
    screen.getByRole('heading', { name: "We'll notify you when you're ready to schedule" }),
  ).toBeInTheDocument();
  expect(screen.getByText('You can schedule anytime from your dashboard')).toBeInTheDocument();
  expect(href('Continue to Dashboard')).toBe('/dashboard');
});

it('somebody who cannot book is told why, and what to do instead', () => {
  const link = { label: 'Enroll now', href: '/courses/c-1' };
  render(<Refused message="You must be enrolled to book." link={link} />);
  expect(screen.getByText('You must be enrolled to book.')).toBeInTheDocument();
  expect(href('Enroll now')).toBe('/courses/c-1');
});
