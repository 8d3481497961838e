'use client';

import { useEffect } from 'react';
import { forgetDraft } from './confirm/draft';

/** Forgets what was typed into the booking form, once the session is booked. */
export function ForgetDraft({ draftKey }: { draftKey: string }) {
  useEffect(() => forgetDraft(draftKey), [draftKey]);
  return null;
}
