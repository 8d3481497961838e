import { findUnproven } from '@/__tests__/support/guards/completeness';
import { CHECKS, KEYS, REFERENCES } from '@/__tests__/support/guards/constraints';

const PROOFS = [...CHECKS, ...KEYS, ...REFERENCES];

test('every constraint and unique index of the database has a proof, and every proof is of one of them', async () => {
  const found = await findUnproven(['constraint', 'index'], PROOFS);
  expect(found).toEqual({ unproven: [], unknown: [] });
});

test.each([
  'constraint calendar_claims.calendar_claims_no_person_in_two_places',
  'constraint sessions.sessions_keep_their_student',
  'constraint users.users_pkey',
  'index sessions_idempotency_key',
])('without its proofs, "%s" is missed by name', async (guard) => {
  const others = PROOFS.filter((proof) => proof.guard !== guard);
  const { unproven } = await findUnproven(['constraint', 'index'], others);
  expect(unproven).toEqual([guard]);
});
