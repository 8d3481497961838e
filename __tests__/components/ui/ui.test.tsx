import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Avatar } from '@/components/ui/avatar';
import { Checkbox } from '@/components/ui/checkbox';
import { SelectField, TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';

describe('a field', () => {
  it('ties its label, hint and error to the control', () => {
    render(<TextField id="email" label="Email" hint="We never share it" error="Not an address" />);
    const field = screen.getByRole('textbox', { name: 'Email' });
    expect(field).toHaveAccessibleDescription('We never share it Not an address');
    expect(field).toBeInvalid();
  });

  it('is valid and has no description without a hint or error', () => {
    render(
      <SelectField id="zone" label="Time zone">
        <option>Europe/Berlin</option>
      </SelectField>,
    );
    const field = screen.getByRole('combobox', { name: 'Time zone' });
    expect(field).toBeValid();
    expect(field).not.toHaveAttribute('aria-describedby');
  });
});

it('a click on the label ticks a checkbox', async () => {
  render(<Checkbox id="reminders" label="Enable session reminders" />);
  await userEvent.click(screen.getByText('Enable session reminders'));
  expect(screen.getByRole('checkbox')).toBeChecked();
});

describe('a notice', () => {
  it('is an alert as an error, and a status only on request', () => {
    render(
      <>
        <Notice tone="error" title="Unable to book." />
        <Notice tone="warning" title="Gone." live />
        <Notice title="By the way." />
      </>,
    );
    expect(screen.getByRole('alert')).toHaveTextContent('Unable to book.');
    expect(screen.getByRole('status')).toHaveTextContent('Gone.');
  });
});

describe('an avatar', () => {
  it.each([
    ['Maya Gurung', 'MG'],
    ['Élodie', 'É'],
    ['Ana Maria de Souza', 'AS'],
    ['  ', ''],
    ['𝒜da Lovelace', '𝒜L'],
  ])('of %s shows %s', (name, initials) => {
    const { container } = render(<Avatar name={name} url={null} />);
    expect(container).toHaveTextContent(new RegExp(`^${initials}$`));
  });

  it('always has the same tint for the same name', () => {
    const { container } = render(
      <>
        <Avatar name="Maya Gurung" url={null} />
        <Avatar name="Maya Gurung" url={null} />
      </>,
    );
    const tints = [...container.querySelectorAll('[data-tint]')].map((each) =>
      each.getAttribute('data-tint'),
    );
    expect(new Set(tints).size).toBe(1);
  });
});

it('a pending submit button names the action and keeps its size', async () => {
  let finish = () => {};
  const action = () => new Promise<void>((resolve) => (finish = resolve));
  render(
    <form action={action}>
      <SubmitButton pendingLabel="Saving…">Save</SubmitButton>
    </form>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  const busy = await screen.findByRole('button', { name: 'Saving…' });
  expect(busy).toHaveFocus();
  expect(busy).toHaveAttribute('aria-disabled', 'true');
  finish();
  expect(await screen.findByRole('button', { name: 'Save' })).toBeInTheDocument();
});
