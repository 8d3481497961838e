import { KEYS } from '@/__tests__/support/guards/constraints';
import { proveGuards } from '@/__tests__/support/guards/prove-guards';

// Uniqueness: one row per notification, payment and webhook event, and one session per person at a time.

proveGuards(KEYS);
