import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ScheduleLater } from '@/components/booking/schedule-later';
import { ChooseStStep } from '@/components/booking/steps/st/choose-st-step';
import type { ScheduleLaterAction, StCard } from '@/lib/booking/view-model';
import { stCard } from './views';

function renderStep(cards: StCard[], action: ScheduleLaterAction = async (state) => state) {
  const view = {
    courseTitle: 'Conversational Spanish',
    courseHref: '/courses/c-1',
    zoneName: 'Berlin time (GMT+1)',
    durationMinutes: 60,
    price: null,
    cards,
  };
  const later = <ScheduleLater action={action} enrollmentId="enrollment-1" />;
  return render(<ChooseStStep view={view} scheduleLater={later} />);
}

describe('choosing a Student-Teacher', () => {
  it('offers each by name, with a link to the wizard and one to the profile', () => {
    renderStep([stCard()]);
    expect(screen.getByRole('heading', { name: 'Select Student-Teacher' })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Select Maya Gurung' })).toHaveAttribute(
      'href',
      '/courses/c-1/book?st=st-1',
    );
    expect(screen.getByRole('link', { name: 'Maya Gurung' })).toHaveAttribute(
      'href',
      '/student-teachers/st-1',
    );
    expect(screen.getByText('Step 1 of 4')).toBeInTheDocument();
  });

  it.each([
    [0, 'New Student-Teacher'],
    [1, '1 student taught'],
    [23, '23 students taught'],
  ])('says of %i students taught: %s', (studentsTaught, words) => {
    renderStep([stCard({ studentsTaught })]);
    expect(screen.getByText(words)).toBeInTheDocument();
  });

  it('reads a rating as words, and shows none where there is none', () => {
    const { unmount } = renderStep([stCard({ rating: 4.75 })]);
    expect(screen.getByText(/^Rated/).parentElement).toHaveTextContent('Rated 4.8 out of 5');
    unmount();
    renderStep([stCard({ rating: null })]);
    expect(screen.queryByText(/out of 5/)).not.toBeInTheDocument();
  });

  it('tells the next free time, or that there is none', () => {
    renderStep([stCard(), stCard({ id: 'st-2', name: 'Ana Souza', nextFree: null })]);
    expect(screen.getByText('Tomorrow, Tue 3 March, 09:00')).toBeInTheDocument();
    expect(screen.getByText('No free times at the moment')).toBeInTheDocument();
  });

  it('still offers Schedule Later and the way back when there is nobody', () => {
    renderStep([]);
    expect(screen.getByText('No Student-Teachers available. Try later.')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Back to course' })).toHaveAttribute(
      'href',
      '/courses/c-1',
    );
    expect(screen.getByRole('button', { name: 'Schedule Later' })).toBeInTheDocument();
  });
});

describe('Schedule Later', () => {
  it('sends the enrollment, and says why when it could not be kept', async () => {
    const sent: FormData[] = [];
    renderStep([stCard()], async (_previous, form) => {
      sent.push(form);
      return { error: 'You must be enrolled to book.' };
    });
    await userEvent.click(screen.getByRole('button', { name: 'Schedule Later' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('You must be enrolled to book.');
    expect(sent.map((form) => form.get('enrollment_id'))).toEqual(['enrollment-1']);
  });
});
