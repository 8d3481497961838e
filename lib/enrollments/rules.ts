export type DeferEnrollmentCode = 'NOT_ENROLLED';
