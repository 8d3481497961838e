import { proveGuards } from '@/__tests__/support/guards/prove-guards';
import { CONSEQUENCE_PROOFS } from '@/__tests__/support/guards/triggers-that-record';

// Claims, events, emails and counts that follow from a change.

proveGuards(CONSEQUENCE_PROOFS);
