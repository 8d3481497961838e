import { MESSAGE_CHECKS } from './checks-of-messages';
import { PEOPLE_CHECKS } from './checks-of-people';
import { SESSION_CHECKS } from './checks-of-sessions';
import { TEACHING_CHECKS } from './checks-of-teaching';
import { EXCLUSIONS } from './exclusions';
import { PRIMARY_KEYS } from './primary-keys';
import type { GuardProof } from './proof';
import { COURSE_REFERENCES } from './references-of-courses';
import { PEOPLE_REFERENCES } from './references-of-people';
import { SESSION_REFERENCES } from './references-of-sessions';
import { REFERENCES_TO_SESSIONS } from './references-to-sessions';
import { UNIQUENESS } from './uniqueness';

export const CHECKS: readonly GuardProof[] = [
  ...SESSION_CHECKS,
  ...TEACHING_CHECKS,
  ...PEOPLE_CHECKS,
  ...MESSAGE_CHECKS,
];

export const KEYS: readonly GuardProof[] = [...EXCLUSIONS, ...UNIQUENESS, ...PRIMARY_KEYS];

export const REFERENCES: readonly GuardProof[] = [
  ...PEOPLE_REFERENCES,
  ...COURSE_REFERENCES,
  ...SESSION_REFERENCES,
  ...REFERENCES_TO_SESSIONS,
];
