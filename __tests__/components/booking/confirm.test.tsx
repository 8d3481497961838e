import { act, screen } from '@testing-library/react';
import { BookingWizard } from '@/components/booking/booking-wizard';
import type { ConfirmState } from '@/lib/booking/view-model';
import { NOTE_MAX_LENGTH } from '@/lib/sessions/limits';
import { router } from './navigation';
import { bookButton, idle, noteField, refusal, renderConfirm } from './render-confirm';
import { allStarts, firstStart, tuesday, wizardData } from './views';

jest.mock('next/navigation', () => ({
  ...jest.requireActual('next/navigation'),
  ...jest.requireActual('./navigation'),
}));

beforeEach(() => sessionStorage.clear());

describe('the reminders on offer', () => {
  const offered = () => screen.getByRole('checkbox', { name: 'Enable session reminders' });

  it('are all three of a time that is a day away', () => {
    renderConfirm(idle);
    expect(offered()).toHaveAccessibleDescription(
      'By email, 24 hours, 1 hour and 15 minutes before.',
    );
  });

  it('are those that will come of an earlier time', () => {
    renderConfirm(idle, { data: wizardData({ now: Date.parse('2026-03-03T07:50Z') }) });
    expect(offered()).toHaveAccessibleDescription('It starts too soon for a reminder.');
  });
});

it('says beside the button that a session with a price is only held', async () => {
  let finish = (_state: ConfirmState) => {};
  const answer = () => new Promise<ConfirmState>((resolve) => (finish = resolve));
  const { user } = renderConfirm(answer, { data: wizardData({ price: '$25.00' }) });
  expect(bookButton()).toHaveAccessibleDescription(
    "This session costs $25.00. Online payment isn't available yet, so Book Session only holds this time for 35 minutes. You won't be charged.",
  );
  await user.click(bookButton());
  expect(screen.getByRole('button', { name: 'Holding this time…' })).toBeInTheDocument();
  await act(async () => finish({ status: 'idle' }));
});

describe('what is sent', () => {
  it('is the time, the Student-Teacher, the key, the message and the reminders', async () => {
    const { sent, user } = renderConfirm(idle);
    await user.type(noteField(), 'Hola');
    await user.click(bookButton());
    expect(sent).toEqual([
      {
        start: firstStart,
        st_id: 'st-1',
        idempotency_key: 'key-1',
        note: 'Hola',
        reminders: 'on',
      },
    ]);
  });

  it('leaves reminders out when they are not wanted', async () => {
    const { sent, user } = renderConfirm(idle);
    await user.click(screen.getByRole('checkbox', { name: 'Enable session reminders' }));
    await user.click(bookButton());
    expect(sent[0]).not.toHaveProperty('reminders');
  });

  it('is sent once, however often the button is pressed, and says so meanwhile', async () => {
    let finish = (_state: ConfirmState) => {};
    const { sent, user } = renderConfirm(() => new Promise((resolve) => (finish = resolve)));
    await user.dblClick(bookButton());
    const pending = screen.getByRole('button', { name: 'Booking…' });
    expect(pending).toHaveFocus();
    await user.click(pending);
    expect(sent).toHaveLength(1);
    await act(async () => finish({ status: 'idle' }));
    expect(bookButton()).toBeInTheDocument();
  });

  it('is sent once by two presses of one moment', async () => {
    const { sent } = renderConfirm(idle);
    const form = bookButton().closest('form') as HTMLFormElement;
    await act(async () => {
      form.requestSubmit();
      form.requestSubmit();
    });
    expect(sent).toHaveLength(1);
  });

  it('is not sent by the Enter key', async () => {
    const { sent, user } = renderConfirm(idle);
    act(() => screen.getByRole('checkbox').focus());
    await user.keyboard('{Enter}');
    expect(sent).toEqual([]);
  });
});

describe('the message', () => {
  it('counts down to its limit', async () => {
    const { user } = renderConfirm(idle);
    expect(noteField()).toHaveAccessibleDescription(`${NOTE_MAX_LENGTH} characters left`);
    await user.click(noteField());
    await user.paste('x'.repeat(NOTE_MAX_LENGTH - 1));
    expect(noteField()).toHaveAccessibleDescription('1 character left');
    expect(noteField()).toHaveAttribute('maxlength', String(NOTE_MAX_LENGTH));
  });

  it('is kept while another time is chosen', async () => {
    const { user } = renderConfirm(idle);
    await user.type(noteField(), 'Hola');
    await user.click(screen.getByRole('link', { name: 'Change Time' }));
    await user.click(screen.getByRole('link', { name: /^18:00/ }));
    expect(noteField()).toHaveValue('Hola');
  });
});

describe('a refusal', () => {
  const alternatives = [
    { start: '2026-03-03T13:00:00.000Z', label: 'Tue 3 March, 14:00', href: '/a', st: null },
    { start: firstStart, label: 'Tue 3 March, 09:00', href: '/b', st: { id: 'st-2', name: 'Ana' } },
  ];

  it('takes the focus, keeps the input, and reloads the times', async () => {
    const { user } = renderConfirm(async (form) => refusal(form, { alternatives }));
    const before = router.refreshes;
    await user.type(noteField(), 'Hola');
    await user.click(screen.getByRole('checkbox'));
    await user.click(bookButton());
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('This time is no longer available. Select another.');
    expect(alert).toHaveFocus();
    expect(noteField()).toHaveValue('Hola');
    expect(screen.getByRole('checkbox')).not.toBeChecked();
    expect(router.refreshes).toBe(before + 1);
  });

  it('offers other times in the same form', async () => {
    const { sent, user } = renderConfirm(async (form) => refusal(form, { alternatives }));
    await user.type(noteField(), 'Hola');
    await user.click(bookButton());
    await user.click(
      await screen.findByRole('button', { name: 'Book Tue 3 March, 14:00 instead' }),
    );
    await user.click(
      await screen.findByRole('button', { name: 'Book Tue 3 March, 09:00 with Ana instead' }),
    );
    expect(sent.map(({ instead, note }) => ({ instead, note }))).toEqual([
      { instead: undefined, note: 'Hola' },
      { instead: 'st-1 2026-03-03T13:00:00.000Z', note: 'Hola' },
      { instead: `st-2 ${firstStart}`, note: 'Hola' },
    ]);
  });

  it('offers no second try of a time that is gone, but the way to others', async () => {
    const { user } = renderConfirm(async (form) => refusal(form, { alternatives }));
    await user.click(bookButton());
    await screen.findByRole('alert');
    expect(screen.queryByRole('button', { name: 'Book Session' })).not.toBeInTheDocument();
    await user.click(screen.getByRole('link', { name: 'See other times' }));
    await user.click(screen.getByRole('link', { name: /^18:00/ }));
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    expect(bookButton()).toBeInTheDocument();
  });

  it('leads where the matter can be settled', async () => {
    const action = { label: 'Enroll now', href: '/courses/c-1' };
    const message = 'You must be enrolled to book.';
    const { user } = renderConfirm(async (form) => refusal(form, { message, action }));
    await user.click(bookButton());
    expect(await screen.findByRole('link', { name: 'Enroll now' })).toHaveAttribute(
      'href',
      '/courses/c-1',
    );
    expect(screen.queryByRole('link', { name: 'See other times' })).not.toBeInTheDocument();
  });

  it('of our own making may be tried again', async () => {
    const { user, sent } = renderConfirm(async (form) => refusal(form, { retryable: true }));
    await user.click(bookButton());
    await screen.findByRole('alert');
    await user.click(bookButton());
    expect(sent).toHaveLength(2);
  });

  it('of a form that is used up comes with the key of the next try', async () => {
    let tries = 0;
    const { user, sent } = renderConfirm(async (form) => {
      tries += 1;
      return tries === 1 ? refusal(form, { retryable: true, nextKey: 'key-2' }) : idle();
    });
    await user.click(bookButton());
    await screen.findByRole('alert');
    await user.click(bookButton());
    expect(sent.map((form) => form.idempotency_key)).toEqual(['key-1', 'key-2']);
  });

  it('still shows when the time has left the calendar meanwhile', async () => {
    const { user, rerender } = renderConfirm(async (form) => refusal(form, {}));
    await user.type(noteField(), 'Hola');
    await user.click(bookButton());
    await screen.findByRole('alert');
    const starts = allStarts.slice(tuesday.length);
    rerender(<BookingWizard data={wizardData({ starts })} confirm={idle} idempotencyKey="key-2" />);
    expect(screen.getByRole('alert')).toBeInTheDocument();
    expect(noteField()).toHaveValue('Hola');
  });
});

describe('no answer', () => {
  it('loses nothing and may be tried again under the same key', async () => {
    let offline = true;
    const { user, sent } = renderConfirm(async () => {
      if (offline) throw new TypeError('Failed to fetch');
      return { status: 'idle' };
    });
    await user.type(noteField(), 'Hola');
    await user.click(bookButton());
    expect(await screen.findByRole('alert')).toHaveTextContent('Unable to book. Please try again.');
    expect(noteField()).toHaveValue('Hola');
    offline = false;
    await user.click(bookButton());
    expect(sent.map((form) => form.idempotency_key)).toEqual(['key-1', 'key-1']);
  });
});
