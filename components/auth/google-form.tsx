'use client';

import { SubmitButton } from '../ui/submit-button';

interface GoogleFormProps {
  action: (form: FormData) => Promise<void>;
  /** Where to go after signing in. */
  next: string | null;
}

export function GoogleForm({ action, next }: GoogleFormProps) {
  return (
    <form action={action}>
      {next ? <input type="hidden" name="next" value={next} /> : null}
      <SubmitButton variant="secondary" wide pendingLabel="Opening Google…">
        Continue with Google
      </SubmitButton>
    </form>
  );
}
