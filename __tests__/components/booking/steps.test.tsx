import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { findZone } from '@/lib/time/zone-offsets';
import { address, renderWizard } from './render-wizard';
import { startsOn, wizardData } from './views';

jest.mock('next/navigation', () => ({
  ...jest.requireActual('next/navigation'),
  ...jest.requireActual('./navigation'),
}));

const link = (name: string | RegExp) => screen.getByRole('link', { name });
const summary = () => within(screen.getByRole('complementary', { name: 'Your session' }));

describe('from a date to the confirmation', () => {
  it('chooses a day and a time by address, without a request', async () => {
    const { user } = renderWizard();
    await user.click(link('Tuesday 3 March, 3 times'));
    expect(address()).toBe('/book/st-1?date=2026-03-03');
    await user.click(link(/^14:00 to 15:00/));
    expect(address()).toBe('/book/st-1?date=2026-03-03&time=2026-03-03T13:00:00.000Z');
    expect(screen.getByRole('heading', { name: 'Confirm Booking' })).toBeInTheDocument();
  });

  it('sends reading on to each new step, as to the first for who came by a link', async () => {
    const { user } = renderWizard();
    expect(screen.getByRole('heading', { name: 'Select Date' })).toHaveFocus();
    await user.click(link('Tuesday 3 March, 3 times'));
    expect(screen.getByRole('heading', { name: 'Select Time' })).toHaveFocus();
    await user.click(link(/^14:00/));
    expect(screen.getByRole('heading', { name: 'Confirm Booking' })).toHaveFocus();
  });

  it('announces where each choice has led, and nothing before the first', async () => {
    const { user } = renderWizard();
    const [announcement] = screen.getAllByRole('status');
    expect(announcement).toBeEmptyDOMElement();
    await user.click(link('Tuesday 3 March, 3 times'));
    expect(announcement).toHaveTextContent('Step 2 of 3. Tuesday 3 March, 3 times.');
    await user.click(link(/^14:00/));
    expect(announcement).toHaveTextContent('Step 3 of 3. Tuesday 3 March 2026, 14:00 to 15:00.');
  });

  it('goes back the way it came', async () => {
    const { user } = renderWizard();
    await user.click(link('Thursday 5 March, 1 time'));
    window.history.back();
    await waitFor(() => expect(screen.queryByRole('heading', { name: 'Select Time' })).toBeNull());
    expect(screen.getByRole('heading', { name: 'Select Date' })).toHaveFocus();
  });

  it('leaves a click that asks for a new tab to the browser', async () => {
    renderWizard();
    let left = false;
    const browser = (event: MouseEvent) => {
      left = !event.defaultPrevented;
      event.preventDefault();
    };
    window.addEventListener('click', browser, { once: true });
    fireEvent.click(link('Tuesday 3 March, 3 times'), { ctrlKey: true });
    expect(left).toBe(true);
    expect(address()).toBe('/book/st-1');
  });

  it('fills in the summary as choices are made', async () => {
    const { user } = renderWizard();
    expect(summary().getAllByText('Not selected yet')).toHaveLength(2);
    await user.click(link('Tuesday 3 March, 3 times'));
    expect(summary().getByText('Tuesday 3 March 2026')).toBeInTheDocument();
    await user.click(link(/^14:00/));
    expect(summary().getByText('14:00–15:00')).toBeInTheDocument();
    expect(summary().getByText('Berlin time (GMT+1)')).toBeInTheDocument();
    expect(summary().getByText('60 minutes')).toBeInTheDocument();
    expect(summary().getByRole('link', { name: 'Change Time' })).toHaveAttribute(
      'href',
      '/book/st-1?date=2026-03-03',
    );
  });

  it('counts three steps with a given Student-Teacher and four with a chosen one', () => {
    const { unmount } = renderWizard();
    expect(screen.getByText('Step 1 of 3')).toBeInTheDocument();
    unmount();
    const changeStHref = '/courses/c-1/book';
    renderWizard('?date=2026-03-03', {
      data: wizardData({
        stPreselected: false,
        changeStHref,
        path: '/courses/c-1/book',
        fixedParams: { stId: 'st-1', from: null },
      }),
    });
    expect(screen.getByText('Step 3 of 4')).toBeInTheDocument();
    const change = screen.getAllByRole('link', { name: 'Change Student-Teacher' });
    expect(change[0]).toHaveAttribute('href', changeStHref);
    expect(link(/^09:00/)).toHaveAttribute(
      'href',
      '/courses/c-1/book?st=st-1&date=2026-03-03&time=2026-03-03T08:00:00.000Z',
    );
  });
});

describe('the times of a day', () => {
  it('says how long, whose clock, and what the other clock reads', () => {
    const starts = startsOn('2026-03-30', '08:00');
    const stZone = findZone('Asia/Kathmandu');
    renderWizard('?date=2026-03-30', { data: wizardData({ starts, stZone }) });
    const first = link(/^10:00/);
    expect(first).toHaveAccessibleName('10:00 to 11:00, Select 60 min 13:45 in Kathmandu');
    expect(
      screen.getByText('Clocks in Berlin go forward 1 hour on Sunday 29 March.'),
    ).toBeInTheDocument();
    expect(screen.getByText(/^Times shown in/)).toHaveTextContent('Berlin time (GMT+2)');
    expect(link('Change time zone')).toHaveAttribute('href', '/settings');
  });

  it('tells the two passes of a repeated hour apart', () => {
    const starts = startsOn('2026-10-25', '00:00', '01:00');
    renderWizard('?date=2026-10-25', { data: wizardData({ starts }) });
    const passes = screen.getAllByRole('link', { name: /^02:00/ });
    expect(passes).toHaveLength(2);
    expect(passes[0]).toHaveTextContent('GMT+2');
    expect(passes[1]).toHaveTextContent('GMT+1');
  });

  it('divides a long day, and only a long one', () => {
    const times = ['08:00', '09:00', '10:00', '11:00', '12:00', '16:00', '20:00'];
    const starts = startsOn('2026-03-03', ...times);
    const { unmount } = renderWizard('?date=2026-03-03', { data: wizardData({ starts }) });
    const names = screen.getAllByRole('heading', { level: 3 }).map((each) => each.textContent);
    expect(names).toEqual(['Morning', 'Afternoon', 'Evening']);
    unmount();
    renderWizard('?date=2026-03-03');
    expect(screen.queryByRole('heading', { level: 3 })).not.toBeInTheDocument();
  });

  it('leads to the days before and after that have times', () => {
    renderWizard('?date=2026-03-05');
    expect(link('Previous day with times: Tue 3 March')).toHaveAttribute(
      'href',
      '/book/st-1?date=2026-03-03',
    );
    expect(link('Next day with times: Tue 10 March')).toHaveAttribute(
      'href',
      '/book/st-1?date=2026-03-10',
    );
  });
});

describe('an address that outlived what it names', () => {
  const gone = {
    message: 'This time is no longer available. Select another.',
    start: '2026-03-03T10:00:00.000Z',
    alternatives: [
      { start: '', label: 'Tue 3 March, 09:00', href: '/book/st-1?a', st: null },
      { start: '', label: 'Tue 3 March, 11:00', href: '/b', st: { id: 'st-2', name: 'Ana Souza' } },
    ],
  };

  it('says that the time is gone and offers the nearest', () => {
    renderWizard(`?date=2026-03-03&time=${gone.start}`, { data: wizardData({ gone }) });
    expect(screen.getByRole('heading', { name: 'Select Time' })).toBeInTheDocument();
    expect(
      screen.getByText('This time is no longer available. Select another.'),
    ).toBeInTheDocument();
    expect(link('Tue 3 March, 09:00')).toHaveAttribute('href', '/book/st-1?a');
    expect(link('Tue 3 March, 11:00 with Ana Souza')).toHaveAttribute('href', '/b');
  });

  it('says it on the calendar when the whole day is gone', () => {
    renderWizard(`?date=2026-03-04&time=${gone.start}`, { data: wizardData({ gone }) });
    expect(
      screen.getByText('This time is no longer available. Select another.'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('heading', { name: 'Select Time' })).not.toBeInTheDocument();
  });

  it('says that a day has no free times', () => {
    renderWizard('?date=2026-03-04');
    expect(
      screen.getByText('No free times on Wednesday 4 March. Select another date.'),
    ).toBeInTheDocument();
  });

  it('ignores what is no date at all', () => {
    renderWizard('?date=tomorrow&month=2026-13&time=');
    expect(screen.getByRole('grid', { name: 'March 2026' })).toBeInTheDocument();
    expect(screen.queryByText(/No free times/)).not.toBeInTheDocument();
  });
});

it('offers the ways out when nothing is free', () => {
  renderWizard('', {
    data: wizardData({ starts: [], changeStHref: '/courses/c-1/book', stPreselected: false }),
    whenNothingFree: <p>Or schedule later</p>,
  });
  expect(
    screen.getByText('Maya Gurung has no free times until Thursday 30 April.'),
  ).toBeInTheDocument();
  expect(link('Choose another Student-Teacher')).toHaveAttribute('href', '/courses/c-1/book');
  expect(screen.getByText('Or schedule later')).toBeInTheDocument();
});
