'use client';

import { useLinkStatus } from 'next/link';
import { Spinner } from './spinner';

/** Inside a link: turns while the page behind it is on its way. */
export function LinkSpinner() {
  const { pending } = useLinkStatus();
  return pending ? <Spinner /> : null;
}
