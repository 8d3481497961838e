import { Prisma } from '@/prisma/client/client';

/** SQLSTATEs that the application handles. PL… are raised by our triggers. */
export const SQLSTATE = {
  exclusionViolation: '23P01',
  uniqueViolation: '23505',
  serializationFailure: '40001',
  deadlockDetected: '40P01',
  noSessionsLeft: 'PL001',
  stNotActive: 'PL002',
  enrollmentNotActive: 'PL003',
  notPaid: 'PL004',
} as const;

/** The SQLSTATE of an error that Postgres raised, or null for any other error. */
export function sqlState(error: unknown): string | null {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return null;
  if (error.code === 'P2002') return SQLSTATE.uniqueViolation;
  const adapterError = error.meta?.driverAdapterError;
  if (!(adapterError instanceof Error) || !isRecord(adapterError.cause)) return null;
  const code = adapterError.cause.originalCode ?? adapterError.cause.code;
  return typeof code === 'string' ? code : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
