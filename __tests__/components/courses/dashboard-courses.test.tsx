import { render, screen } from '@testing-library/react';
import { EnrolledCourses } from '@/components/courses/enrolled-courses';
import { OtherCourses } from '@/components/courses/other-courses';
import { TaughtCourses } from '@/components/courses/taught-courses';

const enrollment = {
  id: 'enrollment-1',
  deferredAt: null,
  sessionsLeft: 3,
  sessionCount: 5,
  course: { id: 'course-1', title: 'Conversational Spanish' },
};

describe('the courses a student is in', () => {
  it('say how many sessions are left and lead to booking one', () => {
    render(<EnrolledCourses enrollments={[enrollment]} empty={null} />);
    expect(screen.getByText('3 of 5 sessions left')).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Book Session for Conversational Spanish' }),
    ).toHaveAttribute('href', '/courses/course-1/book');
  });

  it('remember a choice to schedule later', () => {
    render(<EnrolledCourses enrollments={[{ ...enrollment, deferredAt: new Date(0) }]} empty="" />);
    expect(screen.getByText('You chose to schedule later.')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /Book Session/ })).toBeInTheDocument();
  });

  it('offer no booking without sessions left', () => {
    render(<EnrolledCourses enrollments={[{ ...enrollment, sessionsLeft: 0 }]} empty={null} />);
    expect(screen.queryByRole('link', { name: /Book Session/ })).not.toBeInTheDocument();
  });

  it('say what to do when there are none', () => {
    render(<EnrolledCourses enrollments={[]} empty={<p>No courses.</p>} />);
    expect(screen.getByText('No courses.')).toBeInTheDocument();
  });
});

it('a list of courses leaves no heading behind when it is empty', () => {
  render(
    <>
      <TaughtCourses courses={[]} />
      <OtherCourses courses={[]} />
    </>,
  );
  expect(screen.queryByRole('heading')).not.toBeInTheDocument();
});
