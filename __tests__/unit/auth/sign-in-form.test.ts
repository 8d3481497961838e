import { googleForm, signInForm } from '@/lib/auth/schema';

test('a path that is too long to return to is dropped, and does not prevent a sign-in', () => {
  const next = `/dashboard?${'x'.repeat(2_000)}`;
  const form = { email: 'sam@example.com', how: 'link', next };
  expect(signInForm.parse(form)).toEqual({ ...form, next: undefined });
  expect(googleForm.parse({ next })).toEqual({ next: undefined });
});
