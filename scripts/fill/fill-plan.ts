const MIN_SESSIONS = 1_000;
const MAX_SESSIONS = 5_000_000;

/** Below the number of slots in three years, so that each session of a course has its own slot. */
const SESSIONS_PER_COURSE = 11_000;
const MIN_COURSES = 30;
const SESSIONS_PER_PERSON = 10;
const MAX_TEACHERS = 10;
const MAX_TEACHERS_WHERE_CROWDED = 100;

/** The size of a filled database. All rows are derived from these numbers and a seed. */
export interface FillPlan {
  sessions: number;
  /** Even, because people of a course also learn in the other course of its pair. */
  courses: number;
  peoplePerCourse: number;
  /** Of an ordinary course. */
  teachers: number;
  /** Of the course with the most STs that a page shows. */
  teachersWhereCrowded: number;
}

/** Throws if the number of sessions is out of range. */
export function planFill(sessions: number): FillPlan {
  if (!Number.isInteger(sessions) || sessions < MIN_SESSIONS || sessions > MAX_SESSIONS) {
    const limits = `${MIN_SESSIONS} to ${MAX_SESSIONS}`;
    throw new Error(`Pass the number of sessions, ${limits}: npm run db:fill -- 1000000`);
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
