const MIN_SESSIONS = 1_000;
const MAX_SESSIONS = 5_000_000;

/** Below the number of slots of three years, so that every session of a course has a slot of its own. */
const SESSIONS_PER_COURSE = 11_000;
const MIN_COURSES = 30;
const SESSIONS_PER_PERSON = 10;
const MAX_TEACHERS = 10;
const MAX_TEACHERS_WHERE_CROWDED = 100;

/** How large a filled database is. Everything in it follows from these numbers and from a seed. */
export interface FillPlan {
  sessions: number;
  /** An even number, because courses are in pairs whose people also learn in the other one. */
  courses: number;
  peoplePerCourse: number;
  /** Of an ordinary course. */
  teachers: number;
  /** Of the one course that has as many as a page shows. */
  teachersWhereCrowded: number;
}

/** The plan for so many sessions. Throws for a number that no such database is made of. */
export function planFill(sessions: number): FillPlan {
  if (!Number.isInteger(sessions) || sessions < MIN_SESSIONS || sessions > MAX_SESSIONS) {
    const limits = `${MIN_SESSIONS} to ${MAX_SESSIONS}`;
    throw new Error(`Say how many sessions, ${limits}: npm run db:fill -- 1000000`);
  }
  const pairs = Math.ceil(sessions / SESSIONS_PER_COURSE / 2);
  const courses = Math.max(MIN_COURSES, pairs * 2);
  const peoplePerCourse = Math.round(sessions / SESSIONS_PER_PERSON / courses);
  const half = Math.floor(peoplePerCourse / 2);
  return {
    sessions,
    courses,
    peoplePerCourse,
    teachers: Math.min(MAX_TEACHERS, half),
    teachersWhereCrowded: Math.min(MAX_TEACHERS_WHERE_CROWDED, half),
  };
}
