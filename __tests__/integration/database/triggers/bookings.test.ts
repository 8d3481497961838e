import { proveGuards } from '@/__tests__/support/guards/prove-guards';
import { BOOKING_PROOFS } from '@/__tests__/support/guards/triggers-on-bookings';

// Who may have a session, and what it uses up.

proveGuards(BOOKING_PROOFS);
