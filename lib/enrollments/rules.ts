export type DeferEnrollmentCode = 'NOT_ENROLLED';

export type EnrollCode = 'COURSE_NOT_FOUND' | 'ENROLLMENT_ENDED';
