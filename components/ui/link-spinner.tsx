'use client';

import { useLinkStatus } from 'next/link';
import { Spinner } from './spinner';

/** Goes inside a link and shows while its page loads. */
export function LinkSpinner() {
  const { pending } = useLinkStatus();
  return pending ? <Spinner /> : null;
}
