import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentProps } from 'react';
import { CoursePlace } from '@/components/courses/course-place';

const course = {
  id: 'course-1',
  sessionCount: 5,
  sessionMinutes: 60,
  pricePerSessionCents: null,
  currency: 'usd',
};

function show(rest: Partial<ComponentProps<typeof CoursePlace>> = {}) {
  return render(
    <CoursePlace
      course={course}
      enrollment={null}
      hasEnded={false}
      ownStId={null}
      enroll={async () => ({ error: null })}
      {...rest}
    />,
  );
}

it('says what the course includes', () => {
  show({ course: { ...course, pricePerSessionCents: 2500 } });
  expect(screen.getByText('5 sessions of 60 min')).toBeInTheDocument();
  expect(screen.getByText('$25.00 per session')).toBeInTheDocument();
});

it('offers booking to a student with sessions left, and says how many', () => {
  show({ enrollment: { deferredAt: null, sessionsLeft: 2, sessionCount: 5 } });
  expect(screen.getByText('2 of 5 sessions left')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Book a Session' })).toHaveAttribute(
    'href',
    '/courses/course-1/book',
  );
  expect(screen.queryByRole('button', { name: 'Enroll now' })).not.toBeInTheDocument();
});

it('shows that the student chose to schedule later, and still offers booking', () => {
  show({ enrollment: { deferredAt: new Date(0), sessionsLeft: 5, sessionCount: 5 } });
  expect(screen.getByText('You chose to schedule later.')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Book a Session' })).toBeInTheDocument();
});

it('offers no booking once all sessions are used', () => {
  show({ enrollment: { deferredAt: null, sessionsLeft: 0, sessionCount: 5 } });
  expect(
    screen.getByText(/^You have used all your sessions in this course\. Contact support/),
  ).toBeInTheDocument();
  expect(screen.queryByRole('link')).not.toBeInTheDocument();
});

it('enrolls a person who is not in the course, or says why it could not', async () => {
  const enroll = jest.fn(async (_previous: unknown, form: FormData) => ({
    error: `Could not enroll in ${form.get('course_id')}.`,
  }));
  show({ enroll });
  await userEvent.click(screen.getByRole('button', { name: 'Enroll now' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Could not enroll in course-1.');
});

it('does not offer to begin an enrollment that has ended', () => {
  show({ hasEnded: true });
  expect(screen.getByText(/Your enrollment in this course has ended/)).toBeInTheDocument();
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});

it('links a teacher of the course to their profile', () => {
  show({ ownStId: 'st-1' });
  expect(screen.getByRole('link', { name: 'View your profile' })).toHaveAttribute(
    'href',
    '/student-teachers/st-1',
  );
});
