import { proveGuards } from '@/__tests__/support/guards/prove-guards';
import { HISTORY_PROOFS } from '@/__tests__/support/guards/triggers-on-history';

// What has happened stays, and nobody can make it go.

proveGuards(HISTORY_PROOFS);
