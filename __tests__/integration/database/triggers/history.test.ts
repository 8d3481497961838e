import { proveGuards } from '@/__tests__/support/guards/prove-guards';
import { HISTORY_PROOFS } from '@/__tests__/support/guards/triggers-on-history';

// Nobody can delete or change history.

proveGuards(HISTORY_PROOFS);
