import { findUnproven } from '@/__tests__/support/guards/completeness';
import { BOOKING_PROOFS } from '@/__tests__/support/guards/triggers-on-bookings';
import { CHANGE_PROOFS } from '@/__tests__/support/guards/triggers-on-changes';
import {
  ANONYMIZED_PROOFS,
  ENROLLMENT_PROOFS,
} from '@/__tests__/support/guards/triggers-on-enrollments';
import { HISTORY_PROOFS } from '@/__tests__/support/guards/triggers-on-history';
import { RECORD_PROOFS } from '@/__tests__/support/guards/triggers-on-records';
import { LOCK_PROOFS } from '@/__tests__/support/guards/triggers-that-lock';
import { CONSEQUENCE_PROOFS } from '@/__tests__/support/guards/triggers-that-record';

test('every trigger of the database has a proof, and every proof is of one of them', async () => {
  const proofs = [
    ...ANONYMIZED_PROOFS,
    ...BOOKING_PROOFS,
    ...CHANGE_PROOFS,
    ...CONSEQUENCE_PROOFS,
    ...ENROLLMENT_PROOFS,
    ...HISTORY_PROOFS,
    ...LOCK_PROOFS,
    ...RECORD_PROOFS,
  ];
  expect(await findUnproven(['trigger'], proofs)).toEqual({ unproven: [], unknown: [] });
});
