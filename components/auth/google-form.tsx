'use client';

import { SubmitButton } from '../ui/submit-button';

interface GoogleFormProps {
  action: (form: FormData) => Promise<void>;
  /** Where the person was going. */
  next: string | null;
}

/** One press leads to Google and back. */
export function GoogleForm({ action, next }: GoogleFormProps) {
  return (
    <form action={action}>
      {next ? <input type="hidden" name="next" value={next} /> : null}
      <SubmitButton variant="secondary" wide pendingLabel="Asking Google…">
        Continue with Google
      </SubmitButton>
    </form>
  );
}
