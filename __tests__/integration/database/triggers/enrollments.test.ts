import { proveGuards } from '@/__tests__/support/guards/prove-guards';
import {
  ANONYMIZED_PROOFS,
  ENROLLMENT_PROOFS,
} from '@/__tests__/support/guards/triggers-on-enrollments';

// What an enrollment and an ST count, end and tell.

proveGuards(ENROLLMENT_PROOFS);

proveGuards(ANONYMIZED_PROOFS);
