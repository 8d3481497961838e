import { render, screen } from '@testing-library/react';
import { ForgetDraft } from '@/components/booking/forget-draft';
import { confirmSearch, noteField } from './render-confirm';
import { renderWizard } from './render-wizard';
import { wizardData } from './views';

jest.mock('next/navigation', () => ({
  ...jest.requireActual('next/navigation'),
  ...jest.requireActual('./navigation'),
}));

// What a student typed is still there after signing in again.

const reminders = () => screen.getByRole('checkbox', { name: 'Enable session reminders' });

/** Fills in the form and leaves the page. */
async function typeAndLeave() {
  const { user, unmount } = renderWizard(confirmSearch);
  await user.type(noteField(), 'Hola');
  await user.click(reminders());
  unmount();
}

beforeEach(() => sessionStorage.clear());

it('comes back with the page', async () => {
  await typeAndLeave();
  renderWizard(confirmSearch);
  expect(noteField()).toHaveValue('Hola');
  expect(reminders()).not.toBeChecked();
});

it('is not in the URL', async () => {
  await typeAndLeave();
  expect(window.location.href).not.toContain('Hola');
});

it('comes back in a form whose time is gone by then', async () => {
  await typeAndLeave();
  renderWizard(confirmSearch, { data: wizardData({ starts: [] }), whenBlocked: <p>Closed.</p> });
  expect(screen.getByRole('alert')).toBeInTheDocument();
  expect(noteField()).toHaveValue('Hola');
});

it('is not shown to another person, or in another course', async () => {
  await typeAndLeave();
  renderWizard(confirmSearch, { data: wizardData({ draftKey: 'draft of viewer-2 for c-1' }) });
  expect(noteField()).toHaveValue('');
  expect(reminders()).toBeChecked();
});

it('is forgotten once it is booked', async () => {
  await typeAndLeave();
  render(<ForgetDraft draftKey={wizardData().draftKey} />).unmount();
  renderWizard(confirmSearch);
  expect(noteField()).toHaveValue('');
});

it('is forgotten when it is cleared', async () => {
  await typeAndLeave();
  const { user, unmount } = renderWizard(confirmSearch);
  await user.clear(noteField());
  await user.click(reminders());
  unmount();
  expect(sessionStorage).toHaveLength(0);
});

it.each(['{', '"Hola"', '{"note":1,"reminders":true}', 'null'])(
  'is ignored where it cannot be read: %s',
  (stored) => {
    sessionStorage.setItem(wizardData().draftKey, stored);
    renderWizard(confirmSearch);
    expect(noteField()).toHaveValue('');
  },
);

it('is not needed where the browser stores nothing', async () => {
  const blocked = () => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  };
  for (const method of ['getItem', 'setItem', 'removeItem'] as const) {
    jest.spyOn(Storage.prototype, method).mockImplementation(blocked);
  }
  const { user } = renderWizard(confirmSearch);
  await user.type(noteField(), 'Hola');
  expect(noteField()).toHaveValue('Hola');
  render(<ForgetDraft draftKey={wizardData().draftKey} />);
});
