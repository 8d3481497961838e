import { proveGuards } from '@/__tests__/support/guards/prove-guards';
import { RECORD_PROOFS } from '@/__tests__/support/guards/triggers-on-records';

// What was said, and what was paid.

proveGuards(RECORD_PROOFS);
