import { KEYS } from '@/__tests__/support/guards/constraints';
import { proveGuards } from '@/__tests__/support/guards/prove-guards';

// Said once, paid once, heard once, and nobody in two places.

proveGuards(KEYS);
