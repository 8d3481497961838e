import { proveGuards } from '@/__tests__/support/guards/prove-guards';
import { CHANGE_PROOFS } from '@/__tests__/support/guards/triggers-on-changes';

// What may become of a session, and what follows from it.

proveGuards(CHANGE_PROOFS);
