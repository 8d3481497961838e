import { fireEvent, screen } from '@testing-library/react';
import { BookingWizard } from '@/components/booking/booking-wizard';
import type { ConfirmState, WizardData } from '@/lib/booking/view-model';
import {
  bookButton,
  confirmSearch,
  idle,
  noteField,
  refusal,
  renderConfirm,
} from './render-confirm';
import { renderWizard } from './render-wizard';
import { allStarts, firstStart, wizardData } from './views';

jest.mock('next/navigation', () => ({
  ...jest.requireActual('next/navigation'),
  ...jest.requireActual('./navigation'),
}));

beforeEach(() => sessionStorage.clear());

describe('a message that was typed before its time was gone', () => {
  const gone = {
    start: firstStart,
    message: 'You have another session at this time.',
    alternatives: [
      { start: '2026-03-03T13:00:00.000Z', label: 'Tue 3 March, 14:00', href: '/a', st: null },
    ],
  };
  const starts = allStarts.slice(1);
  const refreshed = (details: { gone?: WizardData['gone'] }) => (
    <BookingWizard
      data={wizardData({ starts, ...details })}
      confirm={idle}
      idempotencyKey="key-2"
    />
  );

  it('stays in the form, with the refusal and other times to book with it', async () => {
    const { user, rerender, sent } = renderConfirm(idle);
    await user.type(noteField(), 'Hola');
    const confirm = async (_previous: ConfirmState, form: FormData) => {
      sent.push(Object.fromEntries(form));
      return idle();
    };
    rerender(
      <BookingWizard
        data={wizardData({ starts, gone })}
        confirm={confirm}
        idempotencyKey="key-2"
      />,
    );
    expect(screen.getByRole('alert')).toHaveTextContent(gone.message);
    expect(noteField()).toHaveValue('Hola');
    expect(screen.queryByRole('button', { name: 'Book Session' })).not.toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'See other times' })).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Book Tue 3 March, 14:00 instead' }));
    expect(sent).toMatchObject([{ instead: 'st-1 2026-03-03T13:00:00.000Z', note: 'Hola' }]);
  });

  it('is said to be about a time that is gone where no more is known', async () => {
    const { user, rerender } = renderConfirm(idle);
    await user.type(noteField(), 'Hola');
    rerender(refreshed({}));
    expect(screen.getByRole('alert')).toHaveTextContent(
      'This time is no longer available. Select another.',
    );
    expect(noteField()).toHaveValue('Hola');
  });

  it('can be rewritten, without the focus being taken away', async () => {
    const { user, rerender } = renderConfirm(idle);
    await user.type(noteField(), 'Hola');
    rerender(refreshed({ gone }));
    await user.clear(noteField());
    await user.type(noteField(), 'Adiós');
    rerender(refreshed({ gone }));
    expect(noteField()).toHaveValue('Adiós');
    expect(noteField()).toHaveFocus();
  });

  it('goes along to another time', async () => {
    const { user, rerender } = renderConfirm(idle);
    await user.type(noteField(), 'Hola');
    rerender(refreshed({ gone }));
    await user.click(screen.getByRole('link', { name: 'See other times' }));
    await user.click(screen.getByRole('link', { name: /^18:00/ }));
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    expect(noteField()).toHaveValue('Hola');
  });

  it('was none: the times are shown', async () => {
    const { rerender } = renderConfirm(idle);
    rerender(refreshed({ gone }));
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
    expect(screen.getByText(gone.message)).toBeInTheDocument();
  });
});

describe('where nothing can be booked any more', () => {
  const closed = {
    data: wizardData({ starts: [] }),
    confirm: idle,
    idempotencyKey: 'key-2',
    whenBlocked: <p>Closed for now.</p>,
  };

  it('somebody who comes is told', () => {
    renderWizard(confirmSearch, closed);
    expect(screen.getByText('Closed for now.')).toBeInTheDocument();
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  });

  it('a refused form keeps its message and offers others, but no other times of this one', async () => {
    const ana = { id: 'st-2', name: 'Ana' };
    const alternatives = [{ start: firstStart, label: 'Tue 3 March, 09:00', href: '/b', st: ana }];
    const action = { label: 'Choose another Student-Teacher', href: '/courses/c-1/book' };
    const { user, rerender, sent } = renderConfirm(async (form) =>
      refusal(form, { alternatives, action }),
    );
    await user.type(noteField(), 'Hola');
    await user.click(bookButton());
    await screen.findByRole('alert');
    rerender(<BookingWizard {...closed} />);
    expect(screen.queryByText('Closed for now.')).not.toBeInTheDocument();
    expect(noteField()).toHaveValue('Hola');
    expect(screen.queryByRole('link', { name: 'See other times' })).not.toBeInTheDocument();
    expect(screen.getByRole('link', { name: action.label })).toBeInTheDocument();
    expect(sent).toHaveLength(1);
    expect(
      screen.getByRole('button', { name: 'Book Tue 3 March, 09:00 with Ana instead' }),
    ).toBeInTheDocument();
  });

  it('a form with a message keeps it, and says why nothing can be booked', () => {
    const gone = {
      start: firstStart,
      message: 'This Student-Teacher is not taking sessions right now. Choose another.',
      action: { label: 'Choose another Student-Teacher', href: '/courses/c-1/book' },
      alternatives: [
        {
          start: firstStart,
          label: 'Tue 3 March, 09:00',
          href: '/b',
          st: { id: 'st-2', name: 'Ana' },
        },
      ],
    };
    const { rerender } = renderConfirm(idle);
    fireEvent.change(noteField(), { target: { value: 'Hola' } });
    rerender(<BookingWizard {...closed} data={wizardData({ starts: [], gone })} />);
    expect(screen.queryByText('Closed for now.')).not.toBeInTheDocument();
    expect(screen.getByRole('alert')).toHaveTextContent(gone.message);
    expect(noteField()).toHaveValue('Hola');
    expect(screen.getByRole('link', { name: gone.action.label })).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Book Tue 3 March, 09:00 with Ana instead' }),
    ).toBeInTheDocument();
  });
});
