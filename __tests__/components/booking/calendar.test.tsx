import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { address, renderWizard } from './render-wizard';
import { inApril, wizardData } from './views';

jest.mock('next/navigation', () => ({
  ...jest.requireActual('next/navigation'),
  ...jest.requireActual('./navigation'),
}));

const link = (name: string | RegExp) => screen.getByRole('link', { name });
const weekdays = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const month = () => screen.getByRole('grid').getAttribute('aria-label');

describe('the month', () => {
  it('announces every day: its times, or that it has none', () => {
    renderWizard();
    expect(link('Tuesday 3 March, 3 times')).toBeInTheDocument();
    expect(link('Thursday 5 March, 1 time')).toBeInTheDocument();
    expect(screen.getByText('Wednesday 4 March, no times')).toBeInTheDocument();
    expect(screen.getByText('Today, Monday 2 March, no times')).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: /4 March/ })).not.toBeInTheDocument();
  });

  it('begins the week on Monday', () => {
    renderWizard();
    // Each day says its weekday itself, so the row of names is for the eye alone.
    const names = screen.getAllByRole('columnheader', { hidden: true });
    expect(names.map((name) => name.textContent)).toEqual(weekdays);
  });

  it('opens where the first free day is', () => {
    renderWizard('', { data: wizardData({ starts: inApril }) });
    expect(month()).toBe('April 2026');
  });

  it('turns to its neighbours, and not past today or the horizon', async () => {
    const { user } = renderWizard();
    expect(screen.queryByRole('link', { name: /Previous month/ })).not.toBeInTheDocument();
    await user.click(link('Next month, April 2026'));
    expect(month()).toBe('April 2026');
    expect(address()).toBe('/book/st-1?month=2026-04');
    expect(screen.queryByRole('link', { name: /Next month/ })).not.toBeInTheDocument();
    await user.click(link('Previous month, March 2026'));
    expect(month()).toBe('March 2026');
  });

  it('keeps a month from outside the horizon inside it', () => {
    renderWizard('?month=2031-01');
    expect(month()).toBe('April 2026');
  });
});

describe('the keyboard', () => {
  it('moves between days with times, across months, and chooses with Space', async () => {
    const { user } = renderWizard();
    act(() => link('Tuesday 3 March, 3 times').focus());
    await user.keyboard('{ArrowRight}');
    expect(link('Thursday 5 March, 1 time')).toHaveFocus();
    await user.keyboard('{ArrowRight}{ArrowRight}');
    await waitFor(() => expect(link('Tuesday 7 April, 1 time')).toHaveFocus());
    expect(month()).toBe('April 2026');
    await user.keyboard(' ');
    expect(address()).toBe('/book/st-1?date=2026-04-07');
  });

  it('has one tab stop among the days', () => {
    renderWizard();
    const days = screen.getAllByRole('link', { name: /times?$/ });
    expect(days.filter((day) => day.tabIndex === 0)).toHaveLength(1);
  });
});

describe('a swipe', () => {
  /** jsdom knows no pointers. */
  class Finger extends MouseEvent {
    readonly pointerId = 1;
    readonly isPrimary = true;
    constructor(
      type: string,
      clientX: number,
      readonly pointerType: string,
    ) {
      super(type, { bubbles: true, cancelable: true, clientX });
    }
  }

  beforeEach(() => {
    window.matchMedia = () => ({ matches: false }) as MediaQueryList;
  });

  function swipe(pixels: number, pointerType = 'touch') {
    const grid = screen.getByRole('grid');
    fireEvent(grid, new Finger('pointerdown', 200, pointerType));
    fireEvent(grid, new Finger('pointermove', 200 + pixels / 2, pointerType));
    fireEvent(grid, new Finger('pointerup', 200 + pixels, pointerType));
  }

  it('to the left shows the next month, to the right the one before', () => {
    renderWizard();
    swipe(-120);
    expect(month()).toBe('April 2026');
    swipe(120);
    expect(month()).toBe('March 2026');
  });

  it('counts only when it is long enough, by touch, and towards a month that is there', () => {
    renderWizard();
    swipe(-20);
    swipe(-120, 'mouse');
    swipe(120);
    expect(month()).toBe('March 2026');
  });

  it('does not choose the day on which it ends', () => {
    renderWizard();
    swipe(-20);
    fireEvent.click(link('Tuesday 3 March, 3 times'));
    expect(address()).toBe('/book/st-1');
    fireEvent.click(link('Tuesday 3 March, 3 times'));
    expect(address()).toBe('/book/st-1?date=2026-03-03');
  });
});

describe('the quick options', () => {
  it('lead to the next day with free times', async () => {
    const { user } = renderWizard();
    await user.click(link(/^Next Available/));
    expect(address()).toBe('/book/st-1?date=2026-03-03');
  });

  it('restrict the calendar to this week, and say so', async () => {
    const { user } = renderWizard();
    await user.click(link('This Week'));
    expect(address()).toBe('/book/st-1?show=week');
    const sentence = screen.getByText(/^Showing this week only/);
    expect(sentence).toHaveTextContent('Showing this week only (2 days).');
    expect(sentence).toHaveAttribute('role', 'status');
    expect(link(/^Tuesday 3 March/)).toHaveAttribute(
      'href',
      '/book/st-1?date=2026-03-03&show=week',
    );
    expect(screen.queryByRole('link', { name: /10 March/ })).not.toBeInTheDocument();
    await user.click(link('Show all dates'));
    expect(link(/^Tuesday 10 March/)).toBeInTheDocument();
  });

  it('have a sentence and a way out for a week without times', () => {
    renderWizard('?show=week', { data: wizardData({ starts: inApril }) });
    expect(screen.getByText(/^No free times this week\./)).toBeInTheDocument();
    expect(link('Show all dates')).toHaveAttribute('href', '/book/st-1');
    expect(link(/^Next Available/)).toHaveAttribute('href', '/book/st-1?date=2026-04-07');
  });
});
