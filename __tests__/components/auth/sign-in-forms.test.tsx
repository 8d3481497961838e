import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentProps } from 'react';
import { rolesOf } from '@/components/auth/demo-roles';
import { SignIn } from '@/components/auth/sign-in';
import { SignInForms } from '@/components/auth/sign-in-forms';

const ada = {
  name: 'Ada Berg',
  email: 'ada@example.com',
  avatarUrl: null,
  does: 'Learns Spanish',
};

function show(rest: Partial<ComponentProps<typeof SignInForms>>) {
  return render(
    <SignInForms
      signIn={async () => ({ email: '', error: null })}
      signInWithGoogle={null}
      next={null}
      again="/login"
      methods={{ demo: true, link: false }}
      demoLogins={[]}
      {...rest}
    />,
  );
}

it('keeps what was typed on a refusal and says why', async () => {
  const signIn = jest.fn(async (_previous: unknown, form: FormData) => ({
    email: String(form.get('email')),
    error: 'We could not sign you in with this email.',
  }));
  show({ signIn });
  await userEvent.type(screen.getByRole('textbox', { name: 'Email' }), 'Ada@Example.com');
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
  await screen.findByText('We could not sign you in with this email.');
  const email = screen.getByRole('textbox', { name: 'Email' });
  expect(email).toHaveValue('Ada@Example.com');
  expect(email).toBeInvalid();
  expect(email).toHaveAccessibleDescription(/could not sign you in/);
});

it('signs in as a demo user with one click, and keeps the callback URL', async () => {
  const sent: Record<string, unknown>[] = [];
  const signIn = async (_previous: unknown, form: FormData) => {
    sent.push(Object.fromEntries(form));
    return { email: '', error: null };
  };
  show({ signIn, next: '/courses/1', demoLogins: [ada] });
  await userEvent.click(screen.getByRole('button', { name: /Ada Berg Learns Spanish/ }));
  expect(sent).toMatchObject([{ email: 'ada@example.com', next: '/courses/1' }]);
});

it('confirms that a person is signed out on every device', () => {
  render(<SignIn forms={null} arrival="signed-out-everywhere" />);
  expect(screen.getByRole('status')).toHaveTextContent('You are signed out on every device.');
});

it('says why signing in with Google failed', () => {
  render(<SignIn forms={null} arrival="refused" />);
  expect(screen.getByRole('alert')).toHaveTextContent("We couldn't sign you in.");
});

it('says that the demo needs no password', () => {
  show({ methods: { demo: true, link: true } });
  expect(screen.getByRole('textbox', { name: 'Email' })).toHaveAccessibleDescription(
    'This is a demo: no password is needed.',
  );
});

it('does not mention passwords if people sign in with a link', () => {
  show({ methods: { demo: false, link: true } });
  expect(screen.queryByText(/password/)).not.toBeInTheDocument();
});

it('says so if there is no way to sign in', () => {
  render(<SignIn forms={null} />);
  expect(screen.getByText("Sign-in isn't set up on this server.")).toBeInTheDocument();
  expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
});

it.each([
  [{ learns: ['TypeScript'], teaches: ['Spanish'] }, 'Learns TypeScript · teaches Spanish'],
  [{ learns: [], teaches: ['Spanish', 'Statistics'] }, 'Teaches Spanish and Statistics'],
  [{ learns: [], teaches: [] }, 'New here'],
])('says what a person does: %j', (roles, words) => {
  expect(rolesOf(roles)).toBe(words);
});
