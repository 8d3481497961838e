import { CHECKS } from '@/__tests__/support/guards/constraints';
import { proveGuards } from '@/__tests__/support/guards/prove-guards';

// Values mean something, no matter who writes them.

proveGuards(CHECKS);
