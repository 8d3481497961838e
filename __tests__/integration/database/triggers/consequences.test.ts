import { proveGuards } from '@/__tests__/support/guards/prove-guards';
import { CONSEQUENCE_PROOFS } from '@/__tests__/support/guards/triggers-that-record';

// Who is taken, what is remembered, told and counted.

proveGuards(CONSEQUENCE_PROOFS);
