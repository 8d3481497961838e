import { REFERENCES } from '@/__tests__/support/guards/constraints';
import { proveGuards } from '@/__tests__/support/guards/prove-guards';

// Nothing points at what does not exist, and nothing that others point at goes.

proveGuards(REFERENCES);
