import { render, screen } from '@testing-library/react';
import type { ComponentProps } from 'react';
import { CourseSts } from '@/components/courses/course-sts';

const now = Date.parse('2026-03-03T08:00:00Z');
const maya = {
  id: 'st-1',
  user: { name: 'Maya Gurung', avatarUrl: null },
  studentsTaught: 12,
  rating: 4.8,
  nextFree: Date.parse('2026-03-04T13:00:00Z'),
};

type Props = ComponentProps<typeof CourseSts>;

function show(sts: Props['sts'], rest: Partial<Props> = {}) {
  const props = { sts, showTimes: true, canBook: true, ...rest };
  render(<CourseSts courseId="c-1" {...props} zone="Europe/Berlin" now={now} />);
}

it('shows each ST with their next free time, a profile and a way to book', () => {
  show([maya]);
  expect(screen.getByRole('link', { name: 'Maya Gurung' })).toHaveAttribute(
    'href',
    '/student-teachers/st-1',
  );
  expect(screen.getByRole('link', { name: 'Book with Maya Gurung' })).toHaveAttribute(
    'href',
    '/book/st-1',
  );
  expect(screen.getByText(/Tomorrow, Wed 4 March, 14:00 Berlin time/)).toBeInTheDocument();
  expect(screen.getByText('12 students taught')).toBeInTheDocument();
});

it('offers no booking to a person who would be refused', () => {
  show([maya], { canBook: false });
  expect(screen.queryByRole('link', { name: /Book with/ })).not.toBeInTheDocument();
});

it('does not mention free times to a person who cannot see them', () => {
  show([maya], { showTimes: false, canBook: false });
  expect(screen.getByRole('link', { name: 'Maya Gurung' })).toBeInTheDocument();
  expect(screen.queryByText(/free/)).not.toBeInTheDocument();
});

it('says so if nothing is free, and if nobody teaches', () => {
  show([{ ...maya, nextFree: null }]);
  expect(screen.getByText('No free times at the moment')).toBeInTheDocument();
  show([]);
  expect(screen.getByText('No Student-Teachers available. Try later.')).toBeInTheDocument();
});
