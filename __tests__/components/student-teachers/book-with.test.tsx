import { render, screen } from '@testing-library/react';
import type { ComponentProps } from 'react';
import { BookWith } from '@/components/student-teachers/book-with';
import { LocalTime } from '@/components/student-teachers/local-time';

const now = Date.parse('2026-03-03T20:00:00Z');

function show(rest: Partial<ComponentProps<typeof BookWith>> = {}) {
  const st = {
    id: 'st-1',
    isActive: true,
    user: { name: 'Maya Gurung' },
    course: { id: 'course-1', title: 'Conversational Spanish' },
  };
  render(
    <BookWith
      st={st}
      isViewer={false}
      enrollment={{ sessionsLeft: 2 }}
      nextFree={Date.parse('2026-03-04T13:00:00Z')}
      zone="Europe/Berlin"
      now={now}
      {...rest}
    />,
  );
  return st;
}

const bookSession = () => screen.queryByRole('link', { name: 'Book Session' });

it('links to booking with this ST on the day of their next free time', () => {
  show();
  expect(bookSession()).toHaveAttribute('href', '/book/st-1');
  expect(screen.getByText(/Tomorrow, Wed 4 March, 14:00 Berlin time/)).toBeInTheDocument();
});

it('sends a person who is not enrolled to the course', () => {
  show({ enrollment: null });
  expect(bookSession()).not.toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'View course' })).toHaveAttribute(
    'href',
    '/courses/course-1',
  );
});

it.each([
  ['all sessions are used', { enrollment: { sessionsLeft: 0 } }, /used all your sessions/],
  ['it is the viewer’s own profile', { isViewer: true }, /as students see it/],
])('says so if %s', (_case, rest, words) => {
  show(rest);
  expect(screen.getByText(words)).toBeInTheDocument();
  expect(bookSession()).not.toBeInTheDocument();
});

it('says that an ST is paused', () => {
  const st = show();
  show({ st: { ...st, isActive: false } });
  expect(screen.getByText('Maya Gurung is not taking sessions at the moment.')).toBeInTheDocument();
});

it.each([
  ['Asia/Kathmandu', 'Wed 4 March, 01:45 in Kathmandu, 4 h 45 min ahead of you.'],
  ['America/Phoenix', '13:00 in Phoenix, 8 h behind you.'],
  ['Europe/Rome', '21:00 in Rome, the same time as you.'],
])('tells the time in %s', (zone, words) => {
  const { container } = render(<LocalTime zone={zone} viewerZone="Europe/Berlin" now={now} />);
  expect(container).toHaveTextContent(`It's now ${words}`);
});
