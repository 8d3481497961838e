import { Notice } from '../ui/notice';
import { Stack } from '../ui/stack';

/** The same for every address, so that it does not reveal who has an account. */
export function LinkSent({ email, again }: { email: string; again: string }) {
  return (
    <Stack>
      <Notice tone="success" title="Check your email" live>
        <p>
          If <strong>{email}</strong> has an account, a sign-in link is on its way. It works once
          and expires in 10 minutes.
        </p>
      </Notice>
      <p>
        Didn't get it? Check your spam folder, or <a href={again}>try another address</a>.
      </p>
    </Stack>
  );
}
