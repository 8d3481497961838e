import { screen } from '@testing-library/react';
import type { BookingWizardProps } from '@/components/booking/booking-wizard';
import type { ConfirmState, Refusal } from '@/lib/booking/view-model';
import { renderWizard } from './render-wizard';
import { firstStart } from './views';

export const confirmSearch = `?date=2026-03-03&time=${firstStart}`;
export const bookButton = () => screen.getByRole('button', { name: 'Book Session' });
export const noteField = () =>
  screen.getByRole('textbox', { name: 'Message to Maya Gurung (optional)' });

export function refusal(form: FormData, rest: Partial<Refusal>): Refusal {
  return {
    status: 'refused',
    code: 'SLOT_UNAVAILABLE',
    message: 'This time is no longer available. Select another.',
    retryable: false,
    alternatives: [],
    note: String(form.get('note')),
    reminders: form.has('reminders'),
    ...rest,
  };
}

/** The wizard at its last step, with an action that notes what it is sent. */
export function renderConfirm(
  answer: (form: FormData) => Promise<ConfirmState>,
  props: Partial<BookingWizardProps> = {},
) {
  const sent: Record<string, unknown>[] = [];
  const confirm = async (_previous: ConfirmState, form: FormData) => {
    sent.push(Object.fromEntries(form));
    return answer(form);
  };
  return { sent, ...renderWizard(confirmSearch, { ...props, confirm }) };
}

export const idle = async (): Promise<ConfirmState> => ({ status: 'idle' });
