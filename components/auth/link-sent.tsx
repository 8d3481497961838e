import { Notice } from '../ui/notice';
import { Stack } from '../ui/stack';

/** The same for every address: it tells nothing about who has an account. */
export function LinkSent({ email, again }: { email: string; again: string }) {
  return (
    <Stack>
      <Notice tone="success" title="Check your mail" live>
        <p>
          If <strong>{email}</strong> has an account, a link to sign in is on its way. It works
          once, for 10 minutes.
        </p>
      </Notice>
      <p>
        Nothing there? Look among unwanted mail, or <a href={again}>try another address</a>.
      </p>
    </Stack>
  );
}
