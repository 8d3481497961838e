import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { BookingWizard, type BookingWizardProps } from '@/components/booking/booking-wizard';
import { wizardHref } from '@/lib/booking/wizard-address';
import { wizardData } from './views';

// jsdom lays nothing out, so there is nothing that it could scroll.
Element.prototype.scrollIntoView ??= () => {};

/** The wizard at an address such as `?date=2026-03-03`, as it is once React has taken over. */
export function renderWizard(search = '', props: Partial<BookingWizardProps> = {}) {
  const data = props.data ?? wizardData();
  const start = wizardHref(data.path, data.fixedParams);
  const separator = start.includes('?') ? '&' : '?';
  window.history.replaceState(null, '', start + (search && separator + search.slice(1)));
  const wizard = (
    <BookingWizard
      confirm={async (previous) => previous}
      idempotencyKey="key-1"
      {...props}
      data={data}
    />
  );
  return { user: userEvent.setup(), ...render(wizard) };
}

export const address = () => window.location.pathname + window.location.search;
